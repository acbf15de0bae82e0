package nl.datakade.access.disclosure;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import nl.datakade.access.key.Keyring;
import nl.datakade.contracts.disclosure.LogRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Appends to the log, one record after the other. */
@Component
class LogWriter {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Keyring keyring;
    private final Clock clock;

    LogWriter(JdbcClient jdbc, JsonMapper json, Keyring keyring, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.keyring = keyring;
        this.clock = clock;
    }

    /**
     * What a record says.
     *
     * @param secret a text that may hold personal data; only its encrypted form is in the record
     */
    record Content(
            Kind kind,
            UUID id,
            String person,
            @Nullable UUID purpose,
            List<UUID> datasets,
            Object body,
            @Nullable String secret) {}

    @Transactional(propagation = Propagation.MANDATORY)
    void write(Content content) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('disclosure'))")
                .query((_, _) -> true)
                .single();
        requireFreshId(content);
        var last = jdbc.sql("select sequence, hash from disclosure.record order by sequence desc limit 1")
                .query((row, _) ->
                        new Last(row.getLong("sequence"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .optional()
                .orElse(new Last(0, LogRecord.FIRST));
        var document = document(last, content);
        insert(last.sequence() + 1, document);
    }

    /** Who asks may choose the id of a query: it must not be that of a record about something else. */
    private void requireFreshId(Content content) {
        if (content.kind() != Kind.OUTCOME
                && jdbc.sql("select exists (select from disclosure.record where id = :id)")
                        .param("id", content.id())
                        .query(Boolean.class)
                        .single()) {
            throw new DuplicateKeyException("there is a record with the id " + content.id());
        }
    }

    /** The order of the first three is part of what a record is. */
    private String document(Last last, Content content) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("sequence", last.sequence() + 1);
        document.put("previous", last.hash());
        document.put("key", keyring.id());
        document.put("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        document.put("kind", content.kind());
        document.put("id", content.id());
        document.put("person", content.person());
        document.put("purpose", content.purpose());
        document.put("datasets", content.datasets());
        document.put("body", content.body());
        document.put("sealed", sealed(content));
        return json.writeValueAsString(document);
    }

    private @Nullable String sealed(Content content) {
        return content.secret() == null
                ? null
                : Base64.getEncoder()
                        .encodeToString(SealedText.seal(
                                keyring.derive(SealedText.USE),
                                content.secret(),
                                content.id().toString()));
    }

    private void insert(long sequence, String document) {
        var hash = HexFormat.of().parseHex(LogRecord.hashOf(document));
        jdbc.sql("""
                        insert into disclosure.record (sequence, document, hash, seal)
                        values (:sequence, :document, :hash, :seal)""")
                .param("sequence", sequence)
                .param("document", document)
                .param("hash", hash)
                .param("seal", Keyring.mac(keyring.derive(Seals.USE), hash))
                .update();
    }

    private record Last(long sequence, String hash) {}
}
