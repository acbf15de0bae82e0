package nl.datakade.access.projection;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.access.disclosure.DecisionLog;
import nl.datakade.access.disclosure.Kind;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes down the newest state of each thing; an older one that comes late changes nothing. */
@Component
class Projections {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DecisionLog log;

    Projections(JdbcClient jdbc, JsonMapper json, DecisionLog log) {
        this.jdbc = jdbc;
        this.json = json;
        this.log = log;
    }

    /** That a dataset came to be classified otherwise is in the log: everything that may be seen follows from it. */
    void keep(DatasetState state) {
        var before = jdbc.sql("select state from dataset where dataset_id = :id for update")
                .param("id", state.datasetId())
                .query((row, _) -> json.readValue(row.getString(1), DatasetState.class))
                .optional();
        var classified = before.map(DatasetState::classification);
        boolean newer = write(state);
        if (newer && !classified.equals(Optional.ofNullable(state.classification()))) {
            log.record(new DecisionLog.Entry(
                    Kind.CLASSIFICATION_CHANGED,
                    DecisionLog.NOBODY,
                    null,
                    state.datasetId(),
                    Map.of(
                            "revision",
                            state.revision(),
                            "from",
                            text(classified),
                            "to",
                            text(Optional.ofNullable(state.classification()))),
                    null));
        }
    }

    private static String text(Optional<Classification> classification) {
        return classification
                .map(found -> found.confidentiality() + " x " + found.personalData())
                .orElse("NONE");
    }

    private boolean write(DatasetState state) {
        return jdbc.sql("""
                        insert into dataset (dataset_id, revision, name, sql_name, state)
                        values (:id, :revision, :name, :sqlName, cast(:state as jsonb))
                        on conflict (dataset_id) do update
                        set revision = excluded.revision, name = excluded.name, sql_name = excluded.sql_name,
                            state = excluded.state
                        where dataset.revision < excluded.revision""")
                        .param("id", state.datasetId())
                        .param("revision", state.revision())
                        .param("name", state.name())
                        .param("sqlName", Dataset.sqlName(state.name()))
                        .param("state", json.writeValueAsString(state))
                        .update()
                > 0;
    }

    void keep(VersionState state) {
        keep("dataset_version", state.datasetId(), state.version(), state.revision(), state);
    }

    void keep(ScoreState state) {
        if (keep("version_score", state.datasetId(), state.version(), state.revision(), state)) {
            recognised(state);
        }
    }

    /** Of every version, so that what a column was once recognised as is known without reading all scores. */
    private void recognised(ScoreState state) {
        jdbc.sql("delete from recognised_column where dataset_id = :id and version = :version")
                .param("id", state.datasetId())
                .param("version", state.version())
                .update();
        jdbc.sql("""
                        insert into recognised_column
                        select :id, :version, c ->> 'table', (c ->> 'columnId')::int, c ->> 'name',
                            c ->> 'semanticType', (c ->> 'personal')::boolean
                        from jsonb_array_elements(cast(:columns as jsonb)) c
                        on conflict do nothing""")
                .param("id", state.datasetId())
                .param("version", state.version())
                .param("columns", json.writeValueAsString(state.columns()))
                .update();
    }

    private boolean keep(String table, UUID dataset, int version, long revision, Object state) {
        return jdbc.sql("""
                        insert into %1$s (dataset_id, version, revision, state)
                        values (:id, :version, :revision, cast(:state as jsonb))
                        on conflict (dataset_id, version) do update
                        set revision = excluded.revision, state = excluded.state
                        where %1$s.revision < excluded.revision""".formatted(table))
                        .param("id", dataset)
                        .param("version", version)
                        .param("revision", revision)
                        .param("state", json.writeValueAsString(state))
                        .update()
                > 0;
    }
}
