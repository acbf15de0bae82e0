package nl.datakade.ingest.upload;

import java.util.UUID;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Uploads of a client, or all of them for who runs the platform. */
@Component
class ListUploads {

    private static final String FROM = """
            from upload where (:all or client = :client)
              and case when cast(:state as text) is null then state <> 'LANDED' else state = :state end
            """;

    private final JdbcClient jdbc;
    private final Uploads uploads;

    ListUploads(JdbcClient jdbc, Uploads uploads) {
        this.jdbc = jdbc;
        this.uploads = uploads;
    }

    /** Newest first. */
    Paged<Upload> of(Caller caller, Upload.@Nullable State state, Page page) {
        var items = asked(
                        "select id " + FROM + "order by created_at desc, id desc limit :size offset :skip",
                        caller,
                        state)
                .param("size", page.pageSize())
                .param("skip", page.offset())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .flatMap(id -> uploads.find(id).stream())
                .toList();
        var total = asked("select count(*) " + FROM, caller, state)
                .query(Long.class)
                .single();
        return Paged.of(items, page, total);
    }

    private JdbcClient.StatementSpec asked(String sql, Caller caller, Upload.@Nullable State state) {
        return jdbc.sql(sql)
                .param("all", caller.is("admin"))
                .param("client", caller.subject())
                .param("state", state == null ? null : state.name());
    }
}
