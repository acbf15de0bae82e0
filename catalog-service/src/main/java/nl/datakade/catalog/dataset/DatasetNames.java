package nl.datakade.catalog.dataset;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every name a dataset has or had; each belongs to one dataset for ever. */
@Component
class DatasetNames {

    private static final int LENGTH = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    DatasetNames(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<UUID> datasetOf(String name) {
        return jdbc.sql("select dataset_id from dataset_name where name = :name")
                .param("name", name)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** In the order in which it had them. */
    List<String> former(UUID dataset, String present) {
        return jdbc.sql("""
                        select name from dataset_name where dataset_id = :dataset and name <> :present
                        order by since, name""")
                .param("dataset", dataset)
                .param("present", present)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Whether the name is the dataset's from now on; a claim by another transaction is waited for. */
    boolean claim(String name, UUID dataset) {
        return jdbc.sql("""
                        insert into dataset_name (name, dataset_id, since) values (:name, :dataset, :now)
                        on conflict (name) do update set since = excluded.since
                        where dataset_name.dataset_id = excluded.dataset_id""")
                        .param("name", name)
                        .param("dataset", dataset)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** The name itself, or the first of {@code name-2}, {@code name-3} … that nobody has. */
    String claimFree(String name, UUID dataset) {
        return candidates(name)
                .filter(candidate -> claim(candidate, dataset))
                .findFirst()
                .orElseThrow();
    }

    static Stream<String> candidates(String name) {
        return Stream.concat(
                Stream.of(name), IntStream.iterate(2, number -> number + 1).mapToObj(number -> numbered(name, number)));
    }

    private static String numbered(String name, int number) {
        var suffix = "-" + number;
        var room = Math.min(name.length(), LENGTH - suffix.length());
        return name.substring(0, room).replaceFirst("-$", "") + suffix;
    }
}
