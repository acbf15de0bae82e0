package nl.datakade.ingest.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.table.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** How versions were read. */
@Repository
public class Readings {

    /**
     * A reading as it is kept; the keys are those of objects.
     *
     * @param letGo whether there was a document, and it went with the tables that it is an account of
     */
    public record Kept(
            int number,
            Outcome outcome,
            @Nullable String reason,
            @Nullable Reading document,
            @Nullable String manifest,
            @Nullable String rejects,
            Instant readAt,
            boolean letGo) {

        public Kept(
                int number,
                Outcome outcome,
                @Nullable String reason,
                @Nullable Reading document,
                @Nullable String manifest,
                @Nullable String rejects,
                Instant readAt) {
            this(number, outcome, reason, document, manifest, rejects, readAt, false);
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Readings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void add(UUID dataset, int version, Kept reading) {
        jdbc.sql("""
                        insert into reading (dataset_id, version, reading, outcome, reason, document, manifest,
                            rejects, read_at)
                        values (:dataset, :version, :reading, :outcome, :reason, cast(:document as jsonb), :manifest,
                            :rejects, :now)""")
                .param("dataset", dataset)
                .param("version", version)
                .param("reading", reading.number())
                .param("outcome", reading.outcome().name())
                .param("reason", reading.reason())
                .param("document", reading.document() == null ? null : json.writeValueAsString(reading.document()))
                .param("manifest", reading.manifest())
                .param("rejects", reading.rejects())
                .param("now", Timestamp.from(reading.readAt()))
                .update();
    }

    /** The last one of a version. */
    public Optional<Kept> latest(UUID dataset, int version) {
        return jdbc.sql("""
                        select reading, outcome, reason, document, manifest, rejects, read_at, let_go_at
                        from reading
                        where dataset_id = :dataset and version = :version order by reading desc limit 1""")
                .param("dataset", dataset)
                .param("version", version)
                .query((row, _) -> kept(row))
                .optional();
    }

    /** All of a version, newest first. */
    public List<Kept> all(UUID dataset, int version) {
        return jdbc.sql("""
                        select reading, outcome, reason, document, manifest, rejects, read_at, let_go_at
                        from reading
                        where dataset_id = :dataset and version = :version order by reading desc""")
                .param("dataset", dataset)
                .param("version", version)
                .query((row, _) -> kept(row))
                .list();
    }

    /** What was found in the bytes of a version goes with them. */
    public void forget(UUID dataset, int version) {
        jdbc.sql("delete from reading where dataset_id = :dataset and version = :version")
                .param("dataset", dataset)
                .param("version", version)
                .update();
    }

    private Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getInt("reading"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                document(row.getString("document")),
                row.getString("manifest"),
                row.getString("rejects"),
                row.getTimestamp("read_at").toInstant(),
                row.getTimestamp("let_go_at") != null);
    }

    private @Nullable Reading document(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, Reading.class);
    }
}
