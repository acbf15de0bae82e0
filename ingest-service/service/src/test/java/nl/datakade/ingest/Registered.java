package nl.datakade.ingest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import nl.datakade.testkit.TestEvents;

/** What the catalogue tells of a dataset; what a test does not say is as it is of a plain one. */
public record Registered(UUID dataset, String name, String department, long revision, List<RoleHolder> roles) {

    /** The dataset of a file that was pushed. */
    public static Registered of(Http.Answer receipt) {
        return new Registered(
                UUID.fromString(receipt.text("datasetId")),
                receipt.text("dataset"),
                receipt.text("department"),
                1,
                List.of());
    }

    public Registered revision(long number) {
        return new Registered(dataset, name, department, number, roles);
    }

    /** With one steward, by their subject in Keycloak. */
    public Registered steward(String subject) {
        return new Registered(dataset, name, department, revision, List.of(new RoleHolder(Role.DATA_STEWARD, subject)));
    }

    public void publish() {
        TestEvents.publish(new DatasetState(
                dataset,
                revision,
                name,
                List.of(),
                department,
                DatasetState.Status.REGISTERED,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                roles,
                null,
                Instant.now()));
    }
}
