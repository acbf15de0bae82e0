package nl.datakade.ingest.stream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.table.SqlNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The datasets that are fed by observations. */
@Repository
public class Streams {

    private static final String SELECT = """
            select dataset_id, table_name, revision, columns, observations, duplicates, delivery_id, version, landed_at
            from stream
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Streams(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public Optional<Stream> find(UUID dataset) {
        return jdbc.sql(SELECT + "where dataset_id = :dataset")
                .param("dataset", dataset)
                .query(this::stream)
                .optional();
    }

    /** Those that have a version. */
    List<Stream> landed() {
        return jdbc.sql(SELECT + "where delivery_id is not null")
                .query(this::stream)
                .list();
    }

    /**
     * Makes a dataset a stream, unless it is one; holds it until the transaction ends, so that columns are added by one
     * request at a time.
     *
     * @return empty when it is fed by files
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Stream> begin(UUID dataset, String name) {
        var becomes = jdbc.sql("""
                        update dataset set stream = true
                        where id = :dataset and (stream or latest_version = 0)""").param("dataset", dataset).update();
        if (becomes == 0) {
            return Optional.empty();
        }
        return Optional.of(find(dataset).orElseGet(() -> Stream.begun(dataset, SqlNames.of(name, "observations"))));
    }

    /** Lays down its next columns, those that it had among them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void columns(Stream stream, List<StreamColumn> columns) {
        jdbc.sql("""
                        insert into stream (dataset_id, table_name, revision, columns, created_at)
                        values (:dataset, :table, :revision, cast(:columns as jsonb), :now)
                        on conflict (dataset_id) do update
                        set revision = excluded.revision, columns = excluded.columns""")
                .param("dataset", stream.datasetId())
                .param("table", stream.table())
                .param("revision", stream.revision() + 1)
                .param("columns", json.writeValueAsString(columns))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Stream stream(ResultSet row, int number) throws SQLException {
        var landedAt = row.getTimestamp("landed_at");
        return new Stream(
                row.getObject("dataset_id", UUID.class),
                row.getString("table_name"),
                row.getInt("revision"),
                Arrays.asList(json.readValue(row.getString("columns"), StreamColumn[].class)),
                row.getLong("observations"),
                row.getLong("duplicates"),
                row.getObject("delivery_id", UUID.class),
                row.getObject("version", Integer.class),
                landedAt == null ? null : landedAt.toInstant());
    }
}
