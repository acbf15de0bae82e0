package nl.datakade.ingest.version;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.datakade.ingest.delivery.Delivery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives out the next version of a dataset: locks the dataset, counts on, writes the delivery and its version, and for a
 * file what its reader needs, in one round trip. The caller announces it.
 */
@Repository
public class NewVersions {

    private static final String NUMBERED = """
            with numbered as (
                update dataset d set latest_version = d.latest_version + 1,
                    accepted_delivery = :delivery, accepted_sha256 = :sha256
            """;

    /** Only as long as the name leads to this dataset, and the dataset takes files. */
    private static final String OF_FILES = """
                from dataset_name n
                where n.name = :name and n.dataset_id = d.id and d.id = :dataset
                  and d.department = :department and d.status <> 'WITHDRAWN' and not d.stream
            """;

    private static final String OF_OBSERVATIONS = """
                where d.id = :dataset
            """;

    private static final String WRITTEN = """
                returning new.latest_version as version, old.accepted_delivery, old.accepted_sha256),
            received as (
                insert into delivery (id, dataset_id, version, pushed_to, department, client, object_key, size, sha256,
                    media_type, file_name, corrects, correction_reason, received_at)
                select :delivery, :dataset, version, :name, :department, :client, :object, :size, :sha256,
                    :mediaType, :fileName, :corrects, :correctionReason, :now
                from numbered),
            begun as (
                insert into version (delivery_id, dataset_id, version, state, tables, revision, landed_at, since)
                select :delivery, :dataset, version, :state, cast(:tables as jsonb), :revision, :now, :now
                from numbered)
            """;

    private static final String WAITS = """
            , waiting as (
                insert into reading_job (delivery_id, dataset_id, version, department, received_at, reading, due_at)
                select :delivery, :dataset, version, :department, :now, 1, now()
                from numbered)
            """;

    private static final String ANSWER = "select version, accepted_delivery, accepted_sha256 from numbered";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NewVersions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A version that was given out.
     *
     * @param acceptedDelivery whose bytes the dataset had accepted last until then
     */
    public record Given(
            int version,
            @Nullable UUID acceptedDelivery,
            @Nullable String acceptedSha256) {}

    /**
     * Of a file, which waits for a reader then. Empty when the name leads elsewhere, or the dataset takes no files.
     *
     * @param delivery its number is not looked at
     * @param name in the request
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Given> ofFile(Delivery delivery, String name) {
        return give(
                NUMBERED + OF_FILES + WRITTEN + WAITS + ANSWER, delivery, name, VersionTransition.LAND, 0, List.of());
    }

    /**
     * Of observations, for whoever has the dataset's lock.
     *
     * @param delivery its number is not looked at
     * @return the version
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int ofObservations(Delivery delivery, List<Delivery.Table> tables) {
        return give(
                        NUMBERED + OF_OBSERVATIONS + WRITTEN + ANSWER,
                        delivery,
                        delivery.dataset(),
                        VersionTransition.LAND_READ,
                        1,
                        tables)
                .orElseThrow()
                .version();
    }

    private Optional<Given> give(
            String sql,
            Delivery delivery,
            String name,
            VersionTransition transition,
            long revision,
            List<Delivery.Table> tables) {
        var corrects = delivery.corrects();
        return jdbc.sql(sql)
                .param("delivery", delivery.id())
                .param("sha256", delivery.sha256())
                .param("name", name)
                .param("dataset", delivery.datasetId())
                .param("department", delivery.department())
                .param("client", delivery.client())
                .param("object", delivery.objectKey())
                .param("size", delivery.size())
                .param("mediaType", delivery.mediaType())
                .param("fileName", delivery.fileName())
                .param("corrects", corrects == null ? null : corrects.version())
                .param("correctionReason", corrects == null ? null : corrects.reason())
                .param("state", transition.to().name())
                .param("tables", json.writeValueAsString(tables))
                .param("revision", revision)
                .param("now", Timestamp.from(delivery.receivedAt()))
                .query((row, _) -> new Given(
                        row.getInt("version"),
                        row.getObject("accepted_delivery", UUID.class),
                        row.getString("accepted_sha256")))
                .optional();
    }
}
