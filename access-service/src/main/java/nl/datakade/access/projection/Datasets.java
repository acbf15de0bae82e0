package nl.datakade.access.projection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.platform.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The datasets that access knows. */
@Component
public class Datasets {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Datasets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By its name, or one it had before; a dataset that the caller may not know of is as one that nobody has. */
    public Dataset named(String name, Caller caller) {
        return jdbc.sql("""
                        select state from dataset where name = :name or state -> 'formerNames' @> to_jsonb(:name::text)
                        order by (name = :name) desc limit 1""")
                .param("name", name)
                .query((row, _) -> dataset(row.getString(1)))
                .optional()
                .filter(dataset -> dataset.isKnownTo(caller))
                .orElseThrow(() -> new DatasetUnknown(name));
    }

    /** As {@link #named}, of a dataset of which the caller may know more than its name. */
    public Dataset visible(String name, Caller caller) {
        var dataset = named(name, caller);
        if (dataset.visibilityTo(caller) != Visibility.VISIBLE) {
            throw new DatasetNamedOnly(dataset.name());
        }
        return dataset;
    }

    /** By its name in SQL, in lower case. */
    public Optional<Dataset> inSql(String schema) {
        return jdbc.sql("select state from dataset where sql_name = :schema")
                .param("schema", schema)
                .query((row, _) -> dataset(row.getString(1)))
                .optional();
    }

    public Optional<Dataset> find(UUID id) {
        return jdbc.sql("select state from dataset where dataset_id = :id")
                .param("id", id)
                .query((row, _) -> dataset(row.getString(1)))
                .optional();
    }

    /** The name to show of a dataset; its id when catalog has not announced it yet. */
    public String nameOf(UUID id) {
        return find(id).map(Dataset::name).orElseGet(id::toString);
    }

    /** The datasets in which the caller fills this role, as {@link Dataset#isHeldBy} judges each of them. */
    public List<UUID> heldBy(Role role, Caller caller) {
        var realmRole = role.realmRole();
        if (realmRole != null && !caller.is(realmRole)) {
            return List.of();
        }
        return jdbc
                .sql("""
                        select dataset_id from dataset
                        where state -> 'roles' @> cast(:holder as jsonb)
                          and (not :ofDepartment or state ->> 'department' = any (:departments))""")
                .param("holder", json.writeValueAsString(List.of(new Holder(role, caller.subject()))))
                .param("ofDepartment", role.isOfDepartment())
                .param("departments", caller.departments().toArray(String[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** The last version that may be used: read into tables and, in that very reading, released. */
    public Optional<ReleasedVersion> current(UUID dataset) {
        return jdbc.sql("""
                        select v.state as version, s.state as score
                        from dataset_version v join version_score s using (dataset_id, version)
                        where dataset_id = :dataset and v.state ->> 'outcome' = 'READ'
                          and s.state ->> 'verdict' = 'RELEASED' and s.state -> 'reading' = v.state -> 'reading'
                        order by v.version desc limit 1""")
                .param("dataset", dataset)
                .query((row, _) -> new ReleasedVersion(
                        json.readValue(row.getString("version"), VersionState.class),
                        json.readValue(row.getString("score"), ScoreState.class)))
                .optional();
    }

    /** The last version with tables, released or not. */
    public Optional<VersionState> latest(UUID dataset) {
        return jdbc.sql("""
                        select state from dataset_version
                        where dataset_id = :dataset and state ->> 'outcome' = 'READ'
                        order by version desc limit 1""")
                .param("dataset", dataset)
                .query((row, _) -> json.readValue(row.getString(1), VersionState.class))
                .optional();
    }

    public Optional<ScoreState> score(UUID dataset, int version) {
        return jdbc.sql("select state from version_score where dataset_id = :dataset and version = :version")
                .param("dataset", dataset)
                .param("version", version)
                .query((row, _) -> json.readValue(row.getString(1), ScoreState.class))
                .optional();
    }

    private Dataset dataset(String state) {
        return new Dataset(json.readValue(state, DatasetState.class));
    }

    private record Holder(Role role, String person) {}
}
