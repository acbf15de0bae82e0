package nl.datakade.ingest.stream;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private record Last(UUID dataset, Instant landedAt, boolean judged) {}

    /** Those of the datasets that may not have one yet. */
    Set<UUID> notYet(Set<UUID> datasets, Instant now) {
        return jdbc
                .sql("""
                        select s.dataset_id, s.landed_at, v.state <> 'READ' as judged
                        from stream s join version v on v.delivery_id = s.delivery_id where s.dataset_id = any(:datasets)""")
                .param("datasets", datasets.toArray(UUID[]::new))
                .query((row, _) -> new Last(
                        row.getObject("dataset_id", UUID.class),
                        row.getTimestamp("landed_at").toInstant(),
                        row.getBoolean("judged")))
                .list()
                .stream()
                .filter(last ->
                        !now.isAfter(last.landedAt().plus(last.judged() ? properties.every() : properties.patience())))
                .map(Last::dataset)
                .collect(Collectors.toSet());
    }
}
