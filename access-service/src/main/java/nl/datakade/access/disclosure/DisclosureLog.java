package nl.datakade.access.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.access.key.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Appends to the log, one record after the other, and tells whether it is whole. */
@Component
public class DisclosureLog {

    private static final String USE_OF_SEAL = "disclosure-seal";
    private static final String USE_OF_TEXT = "disclosure-statement";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Keyring keyring;
    private final Clock clock;

    DisclosureLog(JdbcClient jdbc, JsonMapper json, Keyring keyring, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** Writes a decision down, in a transaction of its own. If that fails, nothing may be disclosed. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void decided(
            UUID query, String person, @Nullable UUID purpose, Disclosed.Decision decision, String statement) {
        var sealed = SealedText.seal(keyring.derive(USE_OF_TEXT), statement, query.toString());
        append(query, "DECISION", person, purpose, datasets(decision), decision, sealed);
    }

    /** Writes down how the answer to a query ended. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void ended(UUID query, String person, UUID purpose, List<UUID> datasets, Disclosed.Outcome outcome) {
        append(query, "OUTCOME", person, purpose, datasets, outcome, null);
    }

    /** The statement of a query; empty when there is no such query. */
    Optional<String> statement(UUID query) {
        return jdbc.sql("select statement, key_id from disclosure where id = :id and kind = 'DECISION'")
                .param("id", query)
                .query((row, _) -> open(query, row.getBytes("statement"), row.getString("key_id")))
                .optional();
    }

    private String open(UUID query, byte[] sealed, String key) {
        if (!key.equals(keyring.id())) {
            throw new OtherKey(key);
        }
        return SealedText.open(keyring.derive(USE_OF_TEXT), sealed, query.toString());
    }

    /**
     * Whether the log is whole, with all it takes to see later that nothing was cut off since.
     *
     * @param firstBroken the first record that is not what was sealed, or not in its place
     * @param firstOfOtherKey the first that was sealed with another key than the service has now, so that its content
     *     cannot be checked, only its place
     * @param checkpoint number and hash of the last record; an auditor notes it, and asks for it the next time
     * @param expectedFound whether the checkpoint that was asked for is still there; null when none was
     */
    record Verification(
            long records,
            @Nullable Long firstBroken,
            @Nullable Long firstOfOtherKey,
            String keyId,
            String checkpoint,
            @Nullable Instant lastAt,
            @Nullable Boolean expectedFound) {}

    @Transactional(readOnly = true)
    Verification verify(@Nullable String expected) {
        var chain = new Chain(keyring.derive(USE_OF_SEAL), keyring.id(), expected);
        jdbc.sql("select * from disclosure order by sequence")
                .withFetchSize(500)
                .query((ResultSet row) -> chain.link(
                        content(row), row.getString("key_id"), row.getBytes("previous_hash"), row.getBytes("hash")));
        return chain.verification();
    }

    private void append(
            UUID query,
            String kind,
            String person,
            @Nullable UUID purpose,
            List<UUID> datasets,
            Disclosed body,
            byte @Nullable [] statement) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('disclosure'))")
                .query((_, _) -> true)
                .single();
        var last = jdbc.sql("select sequence, hash from disclosure order by sequence desc limit 1")
                .query((row, _) -> new Last(row.getLong("sequence"), row.getBytes("hash")))
                .optional()
                .orElse(new Last(0, Seal.FIRST));
        var content = new Seal.Content(
                last.sequence() + 1,
                query,
                kind,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                person,
                purpose,
                datasets,
                json.writeValueAsString(body),
                statement);
        insert(content, last.hash(), Seal.of(keyring.derive(USE_OF_SEAL), last.hash(), content));
    }

    private void insert(Seal.Content content, byte[] previous, byte[] hash) {
        jdbc.sql("""
                        insert into disclosure (sequence, id, kind, recorded_at, person, purpose, datasets, body,
                            statement, key_id, previous_hash, hash)
                        values (:sequence, :id, :kind, :at, :person, :purpose, cast(:datasets as uuid[]), :body,
                            :statement, :key, :previous, :hash)""")
                .param("sequence", content.sequence())
                .param("id", content.id())
                .param("kind", content.kind())
                .param("at", Timestamp.from(content.at()))
                .param("person", content.person())
                .param("purpose", content.purpose())
                .param(
                        "datasets",
                        content.datasets().stream()
                                .map(UUID::toString)
                                .toList()
                                .toString()
                                .replace('[', '{')
                                .replace(']', '}'))
                .param("body", content.body())
                .param("statement", content.statement())
                .param("key", keyring.id())
                .param("previous", previous)
                .param("hash", hash)
                .update();
    }

    private static Seal.Content content(ResultSet row) throws SQLException {
        return new Seal.Content(
                row.getLong("sequence"),
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("person"),
                row.getObject("purpose", UUID.class),
                List.of((UUID[]) row.getArray("datasets").getArray()),
                row.getString("body"),
                row.getBytes("statement"));
    }

    private static List<UUID> datasets(Disclosed.Decision decision) {
        return decision.uses().stream().map(Disclosed.Use::datasetId).distinct().toList();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Last(long sequence, byte[] hash) {}
}
