package nl.datakade.ingest.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.datakade.table.Reading;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Which ids the columns of a dataset's tables ever had, by the names they had. */
@Repository
public class ColumnIdRegister {

    private final NamedParameterJdbcTemplate jdbc;

    ColumnIdRegister(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Per table by column name. */
    public Map<String, Map<String, Integer>> of(UUID dataset) {
        var ids = new HashMap<String, Map<String, Integer>>();
        jdbc.query(
                "select table_name, column_name, id from column_id where dataset_id = :dataset",
                Map.of("dataset", dataset),
                row -> {
                    ids.computeIfAbsent(row.getString("table_name"), _ -> new HashMap<>())
                            .put(row.getString("column_name"), row.getInt("id"));
                });
        return ids;
    }

    /** A name leads to the id that it had last. */
    void keep(UUID dataset, Reading reading) {
        var rows = reading.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .map(column -> new MapSqlParameterSource()
                                .addValue("dataset", dataset)
                                .addValue("table", table.name())
                                .addValue("column", column.name())
                                .addValue("id", column.id())))
                .toArray(SqlParameterSource[]::new);
        jdbc.batchUpdate("""
                insert into column_id as known (dataset_id, table_name, column_name, id)
                values (:dataset, :table, :column, :id)
                on conflict (dataset_id, table_name, column_name) do update set id = excluded.id
                where known.id <> excluded.id""", rows);
    }
}
