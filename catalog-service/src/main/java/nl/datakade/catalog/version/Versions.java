package nl.datakade.catalog.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState.NoScore;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The versions of a dataset, newest first. */
@Component
public class Versions {

    private static final String SELECT = """
            select v.version, v.reading, v.delivery_id, v.sha256, v.size, v.media_type, v.outcome, v.reason,
                   v.tables, v.findings, v.landed_at, v.read_at, v.corrects, v.correction_reason, v.ended_at,
                   v.ended_reason, (select max(later.version) from dataset_version later
                        where later.dataset_id = v.dataset_id and later.corrects = v.version) as corrected_by,
                   s.score, s.dimensions, s.verdict, s.reasons, s.scored_at,
                   s.no_score, s.released_by, s.exceptions
            from dataset_version v
            left join version_score s
                   on s.dataset_id = v.dataset_id and s.version = v.version and s.reading = v.reading
            where v.dataset_id = :dataset
            """;

    private static final String WANTED =
            "and (cardinality(cast(:numbers as int[])) = 0 or v.version = any(cast(:numbers as int[]))) ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Versions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One page of them, newest first.
     *
     * @param numbers which are wanted; all when empty
     */
    public Paged<DatasetVersion> of(UUID dataset, Set<Integer> numbers, Page page) {
        var wanted = numbers.toArray(Integer[]::new);
        var versions = jdbc.sql(SELECT + WANTED + "order by v.version desc limit :limit offset :offset")
                .param("dataset", dataset)
                .param("numbers", wanted)
                .param("limit", page.pageSize())
                .param("offset", page.offset())
                .query((row, _) -> version(row))
                .list();
        var total = jdbc.sql("select count(*) from dataset_version v where v.dataset_id = :dataset " + WANTED)
                .param("dataset", dataset)
                .param("numbers", wanted)
                .query(Long.class)
                .single();
        return Paged.of(versions, page, total);
    }

    public Optional<DatasetVersion> latest(UUID dataset) {
        return first(dataset, "");
    }

    /** The last one that has tables. */
    public Optional<DatasetVersion> readable(UUID dataset) {
        return first(dataset, "and v.outcome = 'READ' ");
    }

    /** The last one that may be used. */
    public Optional<DatasetVersion> current(UUID dataset) {
        return first(dataset, "and v.outcome = 'READ' and s.verdict = 'RELEASED' ");
    }

    private Optional<DatasetVersion> first(UUID dataset, String condition) {
        return jdbc.sql(SELECT + condition + "order by v.version desc limit 1")
                .param("dataset", dataset)
                .query((row, _) -> version(row))
                .optional();
    }

    private DatasetVersion version(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        var verdict = row.getString("verdict");
        var dimensions = row.getString("dimensions");
        var reasons = row.getArray("reasons");
        var noScore = row.getString("no_score");
        var exceptions = row.getArray("exceptions");
        return new DatasetVersion(
                row.getInt("version"),
                row.getInt("reading"),
                row.getObject("delivery_id", UUID.class),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("media_type"),
                outcome == null ? null : VersionState.Outcome.valueOf(outcome),
                row.getString("reason"),
                json.readValue(row.getString("tables"), new TypeReference<List<VersionState.Table>>() {}),
                json.readValue(row.getString("findings"), new TypeReference<List<VersionState.Finding>>() {}),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getObject("score", Double.class),
                dimensions == null ? Map.of() : json.readValue(dimensions, new TypeReference<Map<String, Double>>() {}),
                reasons == null ? List.of() : List.of((String[]) reasons.getArray()),
                row.getTimestamp("landed_at").toInstant(),
                instant(row.getTimestamp("read_at")),
                instant(row.getTimestamp("scored_at")),
                noScore == null ? null : NoScore.valueOf(noScore),
                row.getString("released_by") != null,
                exceptions == null ? List.of() : List.of((String[]) exceptions.getArray()),
                correction(row),
                row.getObject("corrected_by", Integer.class),
                instant(row.getTimestamp("ended_at")),
                row.getString("ended_reason"));
    }

    private static VersionState.@Nullable Correction correction(ResultSet row) throws SQLException {
        var reason = row.getString("correction_reason");
        return reason == null ? null : new VersionState.Correction(row.getInt("corrects"), reason);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
