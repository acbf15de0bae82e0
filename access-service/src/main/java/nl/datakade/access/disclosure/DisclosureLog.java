package nl.datakade.access.disclosure;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.access.key.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what is disclosed, each time in a transaction of its own: once a method returns, the record is there. */
@Component
public class DisclosureLog {

    private final JdbcClient jdbc;
    private final LogWriter writer;
    private final Keyring keyring;

    DisclosureLog(JdbcClient jdbc, LogWriter writer, Keyring keyring) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.keyring = keyring;
    }

    /** How a query was decided. If it cannot be written, nothing may be disclosed. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void decided(
            UUID query, String person, @Nullable UUID purpose, Disclosed.Decision decision, String statement) {
        append(Kind.DECISION, query, person, purpose, datasets(decision.uses()), decision, statement);
    }

    /** Writes down how the answer to a query ended. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void ended(UUID query, String person, UUID purpose, List<UUID> datasets, Disclosed.Outcome outcome) {
        append(Kind.OUTCOME, query, person, purpose, datasets, outcome, null);
    }

    /**
     * What another service is about to show, and nothing may be shown unless this returns.
     *
     * @return the id of the record
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public UUID reported(
            Kind kind, String person, @Nullable UUID purpose, Disclosed.Report report, @Nullable String reason) {
        var id = UuidCreator.getTimeOrderedEpoch();
        append(kind, id, person, purpose, datasets(report.uses()), report, reason);
        return id;
    }

    /** That somebody is about to take a copy of the log. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void exported(String person, Disclosed.Export export) {
        append(Kind.EXPORT, UuidCreator.getTimeOrderedEpoch(), person, null, List.of(), export, null);
    }

    /** That somebody is about to read the statement of a query; it may not be shown unless this returns. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void statementRead(UUID query, String person) {
        append(
                Kind.STATEMENT_READ,
                UuidCreator.getTimeOrderedEpoch(),
                person,
                null,
                List.of(),
                new Disclosed.StatementRead(query),
                null);
    }

    /** The statement of a query; empty when there is no such query. */
    public Optional<String> statement(UUID query) {
        return jdbc.sql("""
                        select document::jsonb ->> 'sealed' as sealed, document::jsonb ->> 'key' as key
                        from disclosure.record where id = :id and kind = 'DECISION'""")
                .param("id", query)
                .query((row, _) -> open(query, row.getString("sealed"), row.getString("key")))
                .optional();
    }

    /** The encrypted text of a record. */
    public String open(UUID record, String sealed, String key) {
        var secret = keyring.derive(SealedText.USE, key).orElseThrow(() -> new OtherKey(key));
        return SealedText.open(secret, Base64.getDecoder().decode(sealed), record.toString());
    }

    private void append(
            Kind kind,
            UUID id,
            String person,
            @Nullable UUID purpose,
            List<UUID> datasets,
            Disclosed body,
            @Nullable String secret) {
        writer.write(new LogWriter.Content(kind, id, person, purpose, datasets, body, secret));
    }

    private static List<UUID> datasets(List<Disclosed.Use> uses) {
        return uses.stream().map(Disclosed.Use::datasetId).distinct().toList();
    }
}
