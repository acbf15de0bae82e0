package nl.datakade.ingest.contract;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.table.Instructions;
import nl.datakade.table.ReadOptions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The contracts, with all their revisions: a reading of long ago can be understood by what held then. */
@Repository
public class ReadingContracts {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ReadingContracts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What holds now. */
    public ReadingContract of(UUID dataset) {
        return jdbc.sql("""
                        select c.revision, c.instructions, d.reject_limit, d.descriptions
                        from dataset d left join lateral (
                            select revision, instructions from reading_contract
                            where dataset_id = d.id order by revision desc limit 1) c on true
                        where d.id = :dataset""")
                .param("dataset", dataset)
                .query((row, _) -> new ReadingContract(
                        row.getInt("revision"),
                        Optional.ofNullable(row.getString("instructions"))
                                .map(stored -> json.readValue(stored, Instructions.class))
                                .orElse(Instructions.NONE),
                        Optional.ofNullable(row.getObject("reject_limit", Double.class))
                                .orElse(ReadOptions.REJECT_LIMIT),
                        json.readValue(
                                row.getString("descriptions"),
                                new TypeReference<Map<String, Map<String, String>>>() {})))
                .single();
    }

    /**
     * Lays down something else.
     *
     * @param person Keycloak subject
     * @return false when somebody else was first
     */
    public boolean change(UUID dataset, int revision, Instructions instructions, String person) {
        return jdbc.sql("""
                            insert into reading_contract (dataset_id, revision, instructions, changed_by, changed_at)
                            values (:dataset, :revision, cast(:instructions as jsonb), :person, :now)
                            on conflict do nothing""")
                        .param("dataset", dataset)
                        .param("revision", revision)
                        .param("instructions", json.writeValueAsString(instructions))
                        .param("person", person)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
