package nl.datakade.contracts.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.datakade.contracts.EventType;
import nl.datakade.contracts.State;

/**
 * Who may use a dataset, for which purpose, until when.
 *
 * @param grantee Keycloak subject
 * @param purpose id of the processing activity
 * @param until last day of use
 */
@EventType(value = "nl.datakade.access.grant-changed.v1", topic = "datakade.access.grant")
public record GrantState(
        UUID grantId,
        long revision,
        UUID datasetId,
        String grantee,
        UUID purpose,
        Status status,
        LocalDate until,
        Instant changedAt)
        implements State {

    public enum Status {
        ACTIVE,
        REVOKED,
        EXPIRED
    }

    @Override
    public String key() {
        return grantId.toString();
    }

    @Override
    public UUID stream() {
        return datasetId;
    }
}
