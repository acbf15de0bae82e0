package nl.datakade.quality.assessment;

import java.util.Optional;
import java.util.UUID;
import nl.datakade.contracts.catalog.DatasetState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The datasets as the catalogue last announced them. */
@Component
public class Datasets {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Datasets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<DatasetState> find(UUID id) {
        return jdbc.sql("select state from dataset where dataset_id = :id")
                .param("id", id)
                .query((row, _) -> json.readValue(row.getString(1), DatasetState.class))
                .optional();
    }

    /**
     * The dataset that answers to a name: its own, a former one, or the one it was delivered under while the catalogue has not
     * spoken.
     */
    public Optional<UUID> named(String name) {
        return jdbc.sql("""
                        select dataset_id from (
                            select dataset_id, 1 as preference from dataset where name = :name
                            union all
                            select dataset_id, 2 from dataset where state -> 'formerNames' @> to_jsonb(cast(:name as text))
                            union all
                            select dataset_id, 3 from version v where dataset_name = :name
                                and not exists (select 1 from dataset d where d.dataset_id = v.dataset_id)
                        ) found order by preference, dataset_id limit 1""").param("name", name).query(UUID.class).optional();
    }

    /** Keeps what is newer than what is known. */
    boolean keep(DatasetState dataset) {
        return jdbc.sql("""
                        insert into dataset (dataset_id, revision, name, state)
                        values (:id, :revision, :name, cast(:state as jsonb))
                        on conflict (dataset_id) do update
                        set revision = excluded.revision, name = excluded.name, state = excluded.state
                        where dataset.revision < excluded.revision""")
                        .param("id", dataset.datasetId())
                        .param("revision", dataset.revision())
                        .param("name", dataset.name())
                        .param("state", json.writeValueAsString(dataset))
                        .update()
                == 1;
    }
}
