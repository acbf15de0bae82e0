package nl.datakade.access.grant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import nl.datakade.access.activity.Activities;
import nl.datakade.access.projection.Datasets;
import nl.datakade.contracts.access.GrantState;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One sees one's own grants, those on datasets one answers for, and all of them when guarding privacy. */
@RestController
class GrantController {

    private static final String PATH = "/access/v1/grants";
    private static final List<Role> ANSWERABLE = List.of(Role.ACCESS_GRANTOR, Role.DATA_OWNER);

    private final Grants grants;
    private final Activities activities;
    private final Datasets datasets;
    private final GrantRules rules;
    private final JdbcClient jdbc;

    GrantController(Grants grants, Activities activities, Datasets datasets, GrantRules rules, JdbcClient jdbc) {
        this.grants = grants;
        this.rules = rules;
        this.activities = activities;
        this.datasets = datasets;
        this.jdbc = jdbc;
    }

    /**
     * A grant.
     *
     * @param suspended why it does not count now though it has not ended: the classification or the purpose is no longer
     *     what was approved
     */
    record View(
            UUID id,
            String dataset,
            String grantee,
            String purpose,
            String purposeName,
            String status,
            LocalDate until,
            boolean combine,
            @Nullable String reason,
            @Nullable String suspended) {}

    /** @param history everything that happened to it, oldest first */
    record Detail(@JsonUnwrapped View grant, List<Grants.Change> history) {}

    record Return(@Nullable @Size(max = 1000) String reason) {}

    record Revocation(@NotBlank @Size(max = 1000) String reason) {}

    /**
     * One's own and those of others.
     *
     * @param own true: only the caller's own; false: only those of others
     */
    @Operation(summary = "Grants: yours, and those you may revoke")
    @GetMapping(PATH)
    @PreAuthorize("isAuthenticated()")
    Paged<View> list(
            @RequestParam(required = false) @Nullable String dataset,
            @RequestParam(required = false) GrantState.@Nullable Status status,
            @RequestParam(required = false) @Nullable Boolean own,
            @Valid @ParameterObject Page page,
            Caller caller) {
        var where = """
                from access_grant g where (:all or g.grantee = :person or g.dataset_id::text = any (:answered))
                  and (cast(:own as boolean) is null or (g.grantee = :person) = :own)
                  and (cast(:status as text) is null or g.status = :status)
                  and (cast(:dataset as uuid) is null or g.dataset_id = :dataset)""";
        UUID wanted = dataset == null ? null : datasets.named(dataset, caller).id();
        boolean all = caller.is("privacy") || caller.is("fg") || caller.is("admin");
        var answered = ANSWERABLE.stream()
                .flatMap(role -> datasets.heldBy(role, caller).stream())
                .map(UUID::toString)
                .toArray(String[]::new);
        var asked = new HashMap<String, @Nullable Object>();
        asked.put("all", all);
        asked.put("person", caller.subject());
        asked.put("answered", answered);
        asked.put("own", own);
        asked.put("status", status == null ? null : status.name());
        asked.put("dataset", wanted);
        var items = jdbc.sql("select g.* " + where + " order by g.id desc limit :size offset :offset")
                .params(asked)
                .param("size", page.pageSize())
                .param("offset", page.offset())
                .query((row, _) -> view(row))
                .list();
        var total = jdbc.sql("select count(*) " + where)
                .params(asked)
                .query(Long.class)
                .single();
        return Paged.of(items, page, total);
    }

    @Operation(summary = "One grant, and everything that happened to it")
    @GetMapping(PATH + "/{id}")
    @PreAuthorize("isAuthenticated()")
    Detail one(@PathVariable UUID id, Caller caller) {
        var grant = grants.find(id);
        boolean all = caller.is("privacy") || caller.is("fg") || caller.is("admin");
        if (!all && !grant.grantee().equals(caller.subject()) && !answersFor(grant, caller)) {
            throw new GrantProblem.Unknown(id);
        }
        return new Detail(view(id), grants.history(id));
    }

    /** Ends a grant at once; a query under way runs to its end, the next is refused. */
    @Operation(summary = "Revoke a grant")
    @PostMapping(PATH + "/{id}/revocations")
    @PreAuthorize("hasAnyRole('grantor', 'owner', 'privacy', 'fg')")
    View revoke(@PathVariable UUID id, @Valid @RequestBody Revocation revocation, Caller caller) {
        if (!caller.is("privacy") && !caller.is("fg") && !answersFor(grants.find(id), caller)) {
            throw new GrantProblem.NotYours();
        }
        grants.revoke(id, revocation.reason(), caller.subject());
        return view(id);
    }

    /** Who no longer needs what was granted says so; it ends at once. */
    @Operation(summary = "Give a grant of your own back")
    @PostMapping(PATH + "/{id}/returns")
    @PreAuthorize("isAuthenticated()")
    View giveBack(@PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Return body, Caller caller) {
        if (!grants.find(id).grantee().equals(caller.subject())) {
            throw new GrantProblem.Unknown(id);
        }
        grants.revoke(id, body == null ? null : body.reason(), caller.subject());
        return view(id);
    }

    private boolean answersFor(AccessGrant grant, Caller caller) {
        return datasets.find(grant.datasetId())
                .filter(found -> found.isHeldByAny(ANSWERABLE, caller))
                .isPresent();
    }

    private View view(UUID id) {
        return jdbc.sql("select * from access_grant where id = :id")
                .param("id", id)
                .query((row, _) -> view(row))
                .single();
    }

    private @Nullable String suspension(ResultSet row) throws SQLException {
        if (!row.getString("status").equals(GrantState.Status.ACTIVE.name())) {
            return null;
        }
        var id = row.getObject("id", UUID.class);
        var dataset = row.getObject("dataset_id", UUID.class);
        return grants.active(row.getString("grantee"), dataset).stream()
                .filter(grant -> grant.id().equals(id))
                .flatMap(grant -> datasets.find(dataset).flatMap(found -> rules.suspension(grant, found)).stream())
                .findFirst()
                .orElse(null);
    }

    private View view(ResultSet row) throws SQLException {
        var purpose = row.getObject("purpose", UUID.class);
        return new View(
                row.getObject("id", UUID.class),
                datasets.nameOf(row.getObject("dataset_id", UUID.class)),
                row.getString("grantee"),
                purpose.toString(),
                activities.nameOf(purpose),
                row.getString("status"),
                row.getObject("until", LocalDate.class),
                row.getBoolean("combine"),
                row.getString("reason"),
                suspension(row));
    }
}
