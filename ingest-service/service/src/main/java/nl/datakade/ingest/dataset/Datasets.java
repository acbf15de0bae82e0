package nl.datakade.ingest.dataset;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.DatasetState.Retention;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Which dataset a name leads to. */
@Repository
public class Datasets {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Datasets(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** By its present name, a former one, or the one under which its first file came in. */
    public Optional<Dataset> named(String name) {
        return jdbc.sql("""
                        select d.id, d.name, d.department, d.status, d.holders, d.confidentiality, d.stream
                        from dataset_name n join dataset d on d.id = n.dataset_id where n.name = :name""")
                .param("name", name)
                .query((row, _) -> Dataset.of(row))
                .optional();
    }

    public Optional<Dataset> find(UUID id) {
        return jdbc.sql(
                        "select id, name, department, status, holders, confidentiality, stream from dataset where id = :id")
                .param("id", id)
                .query((row, _) -> Dataset.of(row))
                .optional();
    }

    /**
     * Makes a draft of a department, with a name that nobody has.
     *
     * @return false when somebody was first; then the transaction must not be committed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mint(UUID id, String name, String department) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into dataset (id, name, department, status, created_at)
                        values (:id, :name, :department, 'DRAFT', :now)""")
                .param("id", id)
                .param("name", name)
                .param("department", department)
                .param("now", now)
                .update();
        return jdbc.sql("""
                        insert into dataset_name (name, dataset_id, standing, since)
                        values (:name, :id, 'MINTED', :now) on conflict do nothing""")
                        .param("name", name)
                        .param("id", id)
                        .param("now", now)
                        .update()
                == 1;
    }

    /** Takes over what catalog says of a dataset; false when it is older than what is known. */
    boolean announced(DatasetState state) {
        var retention = Optional.ofNullable(state.retention());
        return jdbc.sql("""
                        insert into dataset as known (id, name, department, status, holders, stewards, owners,
                            confidentiality, reject_limit, descriptions, retained_versions, retained_period, retained_current, revision,
                            created_at)
                        values (:id, :name, :department, :status, :holders, :stewards, :owners, :confidentiality, :rejectLimit,
                            cast(:descriptions as jsonb), :versions, :period, :current, :revision, :now)
                        on conflict (id) do update set name = excluded.name, department = excluded.department,
                            status = excluded.status, holders = excluded.holders, stewards = excluded.stewards,
                            owners = excluded.owners, confidentiality = excluded.confidentiality, reject_limit = excluded.reject_limit,
                            descriptions = excluded.descriptions, retained_versions = excluded.retained_versions,
                            retained_period = excluded.retained_period,
                            retained_current = excluded.retained_current,
                            revision = excluded.revision
                        where known.revision < excluded.revision""")
                        .param("id", state.datasetId())
                        .param("name", state.name())
                        .param("department", state.department())
                        .param("status", state.status().name())
                        .param("holders", persons(state.roles().stream()))
                        .param("stewards", persons(withRole(state, Role.DATA_STEWARD)))
                        .param("owners", persons(withRole(state, Role.DATA_OWNER)))
                        .param("confidentiality", confidentiality(state))
                        .param("versions", retention.map(Retention::versions).orElse(null))
                        .param("period", retention.map(Retention::period).orElse(null))
                        .param("current", retention.map(Retention::current).orElse(null))
                        .param("rejectLimit", state.rejectLimit())
                        .param("descriptions", json.writeValueAsString(descriptions(state)))
                        .param("revision", state.revision())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private static @Nullable String confidentiality(DatasetState state) {
        var classification = state.classification();
        return classification == null ? null : classification.confidentiality().name();
    }

    private static Map<String, Map<String, String>> descriptions(DatasetState state) {
        var descriptions = new LinkedHashMap<String, Map<String, String>>();
        state.columns()
                .forEach(column -> descriptions
                        .computeIfAbsent(column.table(), _ -> new LinkedHashMap<>())
                        .put(column.column(), column.description()));
        return descriptions;
    }

    private static Stream<RoleHolder> withRole(DatasetState state, Role role) {
        return state.roles().stream().filter(holder -> holder.role() == role);
    }

    private static String[] persons(Stream<RoleHolder> holders) {
        return holders.map(RoleHolder::person).distinct().toArray(String[]::new);
    }

    /** The Keycloak subjects of a dataset's stewards; none as long as it is a draft of nobody's. */
    public Set<String> stewards(UUID id) {
        return jdbc.sql("select stewards from dataset where id = :id")
                .param("id", id)
                .query((row, _) -> Set.of((String[]) row.getArray(1).getArray()))
                .single();
    }

    /** The Keycloak subjects of its owners. */
    Set<String> owners(UUID id) {
        return jdbc.sql("select owners from dataset where id = :id")
                .param("id", id)
                .query((row, _) -> Set.of((String[]) row.getArray(1).getArray()))
                .single();
    }

    /** What changes how long a dataset is kept, or what of it, waits for the end of this transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID id) {
        jdbc.sql("select id from dataset where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    /** Names that catalog no longer gives to this dataset become free. */
    void keepOnly(UUID dataset, List<String> names) {
        jdbc.sql("delete from dataset_name where dataset_id = :dataset and name not in (:names)")
                .param("dataset", dataset)
                .param("names", names)
                .update();
    }

    /** Leads a name to a dataset, unless another has the better claim. */
    void claim(String name, UUID dataset, NameStanding standing, Timestamp since) {
        jdbc.sql("""
                        insert into dataset_name as held (name, dataset_id, standing, since)
                        values (:name, :dataset, :standing, :since)
                        on conflict (name) do update set dataset_id = excluded.dataset_id,
                            standing = excluded.standing, since = excluded.since
                        where held.dataset_id = excluded.dataset_id
                           or held.standing = any(:weaker)
                           or (held.standing = excluded.standing and held.since < excluded.since)""")
                .param("name", name)
                .param("dataset", dataset)
                .param("standing", standing.name())
                .param("since", since)
                .param("weaker", standing.weaker())
                .update();
    }
}
