package nl.datakade.ingest.stream;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a dataset may have its next version: not before the last one was judged, and not at every moment. */
@Component
class StreamPace {

    private final JdbcClient jdbc;
    private final StreamProperties properties;

    StreamPace(JdbcClient jdbc, StreamProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    private record Last(Instant landedAt, boolean judged) {}

    boolean mayLand(UUID dataset, Instant now) {
        return jdbc.sql("""
                        select s.landed_at, v.state <> 'READ' as judged
                        from stream s join delivery v on v.id = s.delivery_id where s.dataset_id = :dataset""")
                .param("dataset", dataset)
                .query((row, _) -> new Last(row.getTimestamp("landed_at").toInstant(), row.getBoolean("judged")))
                .optional()
                .map(last ->
                        now.isAfter(last.landedAt().plus(last.judged() ? properties.every() : properties.patience())))
                .orElse(true);
    }
}
