package nl.datakade.source.pull;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/** A file at an address, got only when it differs from the last one (RFC 9110, conditional requests). */
@Component
class HttpPull implements Pull {

    private static final String ETAG = "etag";
    private static final String MODIFIED = "lastModified";

    private final Web web;

    HttpPull(Web web) {
        this.web = web;
    }

    @Override
    public Kind kind() {
        return Kind.HTTP;
    }

    @Override
    public Pulled from(Order order) throws IOException {
        return from(Web.url(order), order);
    }

    Pulled from(HttpUrl url, Order order) throws IOException {
        var answer = web.get(url, order, conditions(order.mark()));
        if (answer.code() == 304) {
            answer.close();
            return new Pulled.Unchanged();
        }
        if (answer.code() != 200) {
            answer.close();
            throw PullFailure.lasting("request-refused");
        }
        var body = answer.body();
        return new Pulled.Content(
                body.byteStream(),
                order.origin().orMediaType(answer.header("Content-Type")),
                order.origin().orFileName(fileName(answer)),
                body.contentLength(),
                mark(answer));
    }

    private static Map<String, String> conditions(Map<String, String> mark) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", "*/*");
        if (mark.containsKey(ETAG)) {
            headers.put("If-None-Match", mark.get(ETAG));
        }
        if (mark.containsKey(MODIFIED)) {
            headers.put("If-Modified-Since", mark.get(MODIFIED));
        }
        return headers;
    }

    private static Map<String, String> mark(Response answer) {
        var mark = new LinkedHashMap<String, String>();
        var etag = answer.header("ETag");
        var modified = answer.header("Last-Modified");
        if (etag != null) {
            mark.put(ETAG, etag);
        }
        if (modified != null) {
            mark.put(MODIFIED, modified);
        }
        return mark;
    }

    private static @Nullable String fileName(Response answer) {
        var disposition = answer.header("Content-Disposition");
        if (disposition != null) {
            try {
                var name = ContentDisposition.parse(disposition).getFilename();
                if (name != null) {
                    return name;
                }
            } catch (IllegalArgumentException unreadable) {
                // the address has a name too
            }
        }
        var last = answer.request().url().pathSegments().getLast();
        return last.isBlank() ? null : last;
    }
}
