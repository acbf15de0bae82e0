package nl.datakade.ingest.source.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history of sources. */
@Repository
class Runs {

    private static final String WANTED =
            " from source_run where source_id = :source and (cast(:state as text) is null or state = :state)";

    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Run> find(UUID source, UUID run) {
        return jdbc.sql("select * from source_run where source_id = :source and id = :run")
                .param("source", source)
                .param("run", run)
                .query(Runs::run)
                .optional();
    }

    /** Newest first. */
    Paged<Run> of(UUID source, Run.@Nullable State state, Page page) {
        var name = state == null ? null : state.name();
        var total = jdbc.sql("select count(*)" + WANTED)
                .param("source", source)
                .param("state", name)
                .query(Long.class)
                .single();
        var items = jdbc.sql("select *" + WANTED + " order by created_at desc, id desc limit :size offset :skip")
                .param("source", source)
                .param("state", name)
                .param("size", page.pageSize())
                .param("skip", page.offset())
                .query(Runs::run)
                .list();
        return Paged.of(items, page, total);
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                Run.Cause.valueOf(row.getString("cause")),
                Run.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("delivery", UUID.class),
                row.getLong("bytes"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
