package nl.datakade.ingest.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import nl.datakade.table.Known;
import nl.datakade.table.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What earlier versions of a dataset were read into: what the next one is compared with. */
@Repository
class EarlierReadings {

    private final JdbcClient jdbc;
    private final ColumnIdRegister columnIds;
    private final JsonMapper json;

    EarlierReadings(JdbcClient jdbc, ColumnIdRegister columnIds, JsonMapper json) {
        this.jdbc = jdbc;
        this.columnIds = columnIds;
        this.json = json;
    }

    /**
     * What came before a version.
     *
     * @param reading of the version that people build on; none before the first
     * @param known per table
     */
    record Before(@Nullable Reading reading, Map<String, Known> known) {

        /** A table keeps its name, also when its dataset is called otherwise by now. */
        String tableName(String dataset) {
            return reading != null && reading.tables().size() == 1
                    ? reading.tables().getFirst().name()
                    : known.size() == 1 ? known.keySet().iterator().next() : dataset;
        }
    }

    /** The last one released before it; as long as there is none, the last one that was read. */
    Before before(UUID dataset, int version) {
        var reading = jdbc.sql("""
                        select r.document from reading r join version v using (dataset_id, version)
                        where r.dataset_id = :dataset and r.version < :version and r.outcome = 'READ'
                          and v.ended_at is null
                        order by (v.state = 'RELEASED') desc, r.version desc, r.reading desc limit 1""")
                .param("dataset", dataset)
                .param("version", version)
                .query((row, _) -> json.readValue(row.getString("document"), Reading.class))
                .optional()
                .orElse(null);
        var ids = columnIds.of(dataset);
        var tables = new HashSet<>(ids.keySet());
        if (reading != null) {
            reading.tables().forEach(table -> tables.add(table.name()));
        }
        var known = new HashMap<String, Known>();
        for (var table : tables) {
            var given = ids.getOrDefault(table, Map.of());
            known.put(table, reading == null ? Known.ids(given) : Known.of(reading, table, given));
        }
        return new Before(reading, known);
    }
}
