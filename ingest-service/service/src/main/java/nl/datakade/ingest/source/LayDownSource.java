package nl.datakade.ingest.source;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.datakade.ingest.dataset.Datasets;
import nl.datakade.ingest.source.credential.CredentialVault;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.security.Caller;
import nl.datakade.source.network.AllowedHosts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Makes, changes, pauses and removes sources. */
@Service
class LayDownSource {

    private final Sources sources;
    private final Datasets datasets;
    private final AllowedHosts hosts;
    private final CredentialVault vault;
    private final SourceProperties properties;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    LayDownSource(
            Sources sources,
            Datasets datasets,
            AllowedHosts hosts,
            CredentialVault vault,
            SourceProperties properties,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.sources = sources;
        this.datasets = datasets;
        this.hosts = hosts;
        this.vault = vault;
        this.properties = properties;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** True when it is new. */
    @Transactional
    public boolean put(String name, Definition definition, Precondition precondition, Caller caller) {
        var present = sources.named(name);
        var errors = DefinitionRules.errors(definition, properties.shortest(), clock.instant());
        if (!errors.isEmpty()) {
            throw new SourceProblem.Invalid(errors);
        }
        requireAllowed(definition, caller);
        if (present.isEmpty()) {
            precondition.checkAbsent();
            add(name, definition, caller);
            return true;
        }
        if (!SourceAudience.of(caller).includes(present.get().department())) {
            throw new AccessDeniedException("source of another department");
        }
        precondition.check(present.get());
        change(present.get(), definition, caller);
        return false;
    }

    private void requireAllowed(Definition definition, Caller caller) {
        if (!SourceAudience.of(caller).includes(definition.department())) {
            throw new SourceProblem.NotYourDepartment(definition.department());
        }
        datasets.named(definition.dataset())
                .filter(dataset -> !dataset.department().equals(definition.department()))
                .ifPresent(dataset -> {
                    throw dataset.isKnownTo(caller)
                            ? new SourceProblem.OtherDepartment(dataset.name(), dataset.department())
                            : new SourceProblem.NameTaken(definition.dataset());
                });
        var address = definition.origin().address();
        if (!hosts.allows(address.getScheme(), address.getHost(), address.getPort())) {
            throw new SourceProblem.HostNotAllowed(hosts.inWords());
        }
    }

    private void add(String name, Definition definition, Caller caller) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var now = now();
        var first = definition.schedule().first(now);
        var sealed = definition.credentials() == null ? null : vault.seal(id, definition.credentials());
        var added = said("""
                        insert into source (id, name, dataset, department, origin, schedule, late_after, fresh_within,
                            credentials, credentials_type, credentials_since, laid_down_by, created_at, changed_at,
                            due_at, next_run_at)
                        values (:id, :name, :dataset, :department, cast(:origin as jsonb), cast(:schedule as jsonb),
                            :lateAfter, :freshWithin, :credentials, :type, :since, :by, :now, :now, :first, :first)
                        on conflict (name) where removed_at is null do nothing""", definition, caller, now)
                .param("id", id)
                .param("name", name)
                .param("credentials", sealed)
                .param("type", type(definition))
                .param("since", sealed == null ? null : Timestamp.from(now))
                .param("first", Timestamp.from(first))
                .update();
        requireOne(added);
    }

    private void change(Source present, Definition definition, Caller caller) {
        var keeps = definition.credentials() == null && !definition.withoutCredentials() && present.sealed() != null;
        if (keeps && !definition.origin().isSameHost(present.origin())) {
            throw new SourceProblem.Invalid(
                    List.of(InvalidInput.body("credentials", "{expected.source-credentials-again}")));
        }
        var now = now();
        var first = definition.schedule().first(now);
        var sealed = definition.credentials() == null ? null : vault.seal(present.id(), definition.credentials());
        var changed = said("""
                        update source set dataset = :dataset, department = :department,
                            origin = cast(:origin as jsonb), schedule = cast(:schedule as jsonb),
                            late_after = :lateAfter, fresh_within = :freshWithin,
                            credentials = case when :keeps then credentials else :credentials end,
                            credentials_type = case when :keeps then credentials_type else :type end,
                            credentials_since = case when :keeps then credentials_since else :since end,
                            laid_down_by = :by, changed_at = :now, revision = revision + 1, mark = '{}',
                            attempts = 0, due_at = :first, next_run_at = :first, late_told_at = null
                        where id = :id and revision = :revision and removed_at is null""", definition, caller, now)
                .param("id", present.id())
                .param("revision", present.revision())
                .param("keeps", keeps)
                .param("credentials", sealed)
                .param("type", type(definition))
                .param("since", sealed == null ? null : Timestamp.from(now))
                .param("first", Timestamp.from(first))
                .update();
        requireOne(changed);
    }

    private JdbcClient.StatementSpec said(String sql, Definition definition, Caller caller, Instant now) {
        return jdbc.sql(sql)
                .param("dataset", definition.dataset())
                .param("department", definition.department())
                .param("origin", json.writeValueAsString(definition.origin()))
                .param("schedule", json.writeValueAsString(definition.schedule()))
                .param("lateAfter", definition.lateAfter().toSeconds())
                .param(
                        "freshWithin",
                        definition.freshWithin() == null
                                ? null
                                : definition.freshWithin().toSeconds())
                .param("by", caller.subject())
                .param("now", Timestamp.from(now));
    }

    private static @Nullable String type(Definition definition) {
        return definition.credentials() == null
                ? null
                : definition.credentials().type().name();
    }

    @Transactional
    public void pause(Source source, boolean paused) {
        var next = source.schedule().next(now(), now());
        jdbc.sql("""
                        update source set paused = :paused, revision = revision + 1, late_told_at = null, attempts = 0,
                            due_at = case when :paused then due_at else :next end,
                            next_run_at = case when :paused then next_run_at else :next end
                        where id = :id and paused <> :paused and removed_at is null""")
                .param("paused", paused)
                .param("next", Timestamp.from(next))
                .param("id", source.id())
                .update();
    }

    /** What it brought stays; so does its history, for whoever looks after the database. */
    @Transactional
    public void remove(Source source, Precondition precondition) {
        precondition.check(source);
        var removed = jdbc.sql("""
                        update source set removed_at = :now, credentials = null, holder = null, asked_run = null
                        where id = :id and revision = :revision and removed_at is null""")
                .param("now", Timestamp.from(now()))
                .param("id", source.id())
                .param("revision", source.revision())
                .update();
        requireOne(removed);
        end(source.id());
    }

    private void end(UUID source) {
        jdbc.sql("""
                        update source_run set state = 'LOST', reason = 'source-removed', ended_at = :now
                        where source_id = :id and state in ('WAITING', 'RUNNING')""").param("now", Timestamp.from(now())).param("id", source).update();
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new SourceProblem.RevisionPassed();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
