package nl.datakade.source.pull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The records of all pages, one by one as they come; of the pages nothing else stays in memory. */
final class JsonPages implements Iterator<byte[]>, AutoCloseable {

    private static final Set<String> FACTS = Set.of("links", "crs", "error", "success", "exceededTransferLimit");

    private final Web web;
    private final Order order;
    private final JsonMapper json;
    private final Paging paging;
    private final Set<HttpUrl> seen = new HashSet<>();
    private HttpUrl url;
    private @Nullable JsonParser parser;
    private ObjectNode facts;
    private int depth;
    private boolean inRecords;
    private long onPage;
    private long read;
    private long total;
    private byte[] firstOfPage = {};
    private byte @Nullable [] upcoming;
    private @Nullable JsonNode crs;
    private boolean ended;

    JsonPages(Web web, Order order, JsonMapper json, Paging paging) {
        this.web = web;
        this.order = order;
        this.json = json;
        this.paging = paging;
        this.url = paging.first();
        this.total = paging.announced();
        this.facts = json.createObjectNode();
    }

    @Override
    public boolean hasNext() {
        try {
            while (upcoming == null && !ended) {
                advance();
            }
            return upcoming != null;
        } catch (JacksonIOException line) {
            throw new UncheckedIOException(line.getCause());
        } catch (JacksonException malformed) {
            throw PullFailure.lasting("not-understood");
        } catch (IOException line) {
            throw new UncheckedIOException(line);
        }
    }

    @Override
    public byte[] next() {
        if (!hasNext() || upcoming == null) {
            throw new NoSuchElementException();
        }
        var record = upcoming;
        upcoming = null;
        return record;
    }

    /** The coordinate reference system, where the pages name one. */
    @Nullable
    JsonNode crs() {
        return crs;
    }

    private void advance() throws IOException {
        var reading = parser == null ? openPage() : parser;
        if (inRecords) {
            readRecord(reading);
        } else {
            readMember(reading);
        }
    }

    private JsonParser openPage() throws IOException {
        if (!seen.add(url)) {
            throw PullFailure.lasting("paging-not-honoured");
        }
        var opened = json.createParser(web.open(url, order, paging.accept()));
        parser = opened;
        facts = json.createObjectNode();
        depth = 0;
        onPage = 0;
        if (opened.nextToken() != JsonToken.START_OBJECT) {
            throw PullFailure.lasting("not-understood");
        }
        return opened;
    }

    private void readRecord(JsonParser reading) {
        if (reading.nextToken() == JsonToken.END_ARRAY) {
            inRecords = false;
            return;
        }
        var record = copy(reading, Bounded.RECORD);
        if (onPage == 0) {
            requireProgress(record);
        }
        onPage++;
        read++;
        upcoming = record;
    }

    /** A server that does not know the parameter for paging answers the first page again and again. */
    private void requireProgress(byte[] record) {
        if (read > 0 && Arrays.equals(record, firstOfPage)) {
            throw PullFailure.lasting("paging-not-honoured");
        }
        firstOfPage = record;
    }

    private void readMember(JsonParser reading) {
        var token = reading.nextToken();
        if (token == JsonToken.END_OBJECT) {
            depth--;
            if (depth < 0) {
                endPage(reading);
            }
            return;
        }
        if (token != JsonToken.PROPERTY_NAME) {
            throw PullFailure.lasting("not-understood"); // it broke off between two members
        }
        var name = reading.currentName();
        var value = reading.nextToken();
        var isOnPath = depth < paging.path().size() && paging.path().get(depth).equals(name);
        if (isOnPath && value == JsonToken.START_ARRAY) {
            inRecords = true;
        } else if (isOnPath && value == JsonToken.START_OBJECT) {
            depth++;
        } else if (FACTS.contains(name) || name.equals("properties") || name.equals(paging.total())) {
            facts.set(name, json.readTree(copy(reading, Bounded.FACT)));
        } else {
            reading.skipChildren();
        }
    }

    private void endPage(JsonParser reading) {
        reading.close();
        parser = null;
        PageErrors.check(facts);
        total = total < 0 ? facts.path(paging.total()).asLong(-1) : total;
        crs = crs == null ? facts.get("crs") : crs;
        var next = paging.next(new Paging.Page(url, onPage, read, total, facts));
        if (next != null) {
            url = next;
            return;
        }
        ended = true;
        if (total >= 0 && total != read) {
            throw PullFailure.passing("changed-meanwhile");
        }
    }

    private byte[] copy(JsonParser reading, int limit) {
        var bytes = new Bounded(limit);
        try (var generator = json.createGenerator(bytes)) {
            generator.copyCurrentStructureExact(reading);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        if (parser != null) {
            parser.close();
        }
    }
}
