package nl.datakade.ingest.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Up to where observations have landed, beside the versions that they became. */
@Repository
public class StreamOffsets {

    private final JdbcClient jdbc;

    StreamOffsets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where to begin with a partition. */
    long lowWater(int partition) {
        return jdbc.sql("select low_water from stream_partition where partition = :partition")
                .param("partition", partition)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Everything in the partition below this has landed. */
    void lowWater(int partition, long offset) {
        jdbc.sql("""
                        insert into stream_partition as known (partition, low_water) values (:partition, :offset)
                        on conflict (partition) do update set low_water = excluded.low_water
                        where known.low_water < excluded.low_water""").param("partition", partition).param("offset", offset).update();
    }

    /** The next offset of each dataset of a partition. */
    Map<UUID, Long> of(int partition) {
        var offsets = new HashMap<UUID, Long>();
        jdbc.sql("select dataset_id, next_offset from stream_offset where partition = :partition")
                .param("partition", partition)
                .query(row -> {
                    offsets.put(row.getObject("dataset_id", UUID.class), row.getLong("next_offset"));
                });
        return offsets;
    }

    long next(UUID dataset, int partition) {
        return of(partition).getOrDefault(dataset, 0L);
    }

    public boolean hasLanded(UUID dataset, Position position) {
        return jdbc.sql("""
                        select exists (select from stream_offset
                            where dataset_id = :dataset and partition = :partition and next_offset > :offset)""")
                .param("dataset", dataset)
                .param("partition", position.partition())
                .param("offset", position.offset())
                .query(Boolean.class)
                .single();
    }

    /** False when somebody else has landed them meanwhile; then the transaction must not be committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean advance(UUID dataset, int partition, long from, long to) {
        return jdbc.sql("""
                        insert into stream_offset as known (dataset_id, partition, next_offset)
                        values (:dataset, :partition, :to)
                        on conflict (dataset_id, partition) do update set next_offset = excluded.next_offset
                        where known.next_offset = :from""")
                        .param("dataset", dataset)
                        .param("partition", partition)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }
}
