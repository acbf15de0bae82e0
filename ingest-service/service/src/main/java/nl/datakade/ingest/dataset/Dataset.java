package nl.datakade.ingest.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as far as ingest needs it.
 *
 * @param department slug
 * @param holders Keycloak subjects with a role on it
 * @param confidentiality null until somebody classified it
 * @param stream whether it is fed by observations, not by files
 */
public record Dataset(
        UUID id,
        String name,
        String department,
        Status status,
        Set<String> holders,
        @Nullable Confidentiality confidentiality,
        boolean stream) {

    public enum Status {
        DRAFT,
        REGISTERED,
        WITHDRAWN
    }

    public static Dataset of(ResultSet row) throws SQLException {
        var confidentiality = row.getString("confidentiality");
        return new Dataset(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("department"),
                Status.valueOf(row.getString("status")),
                Set.of((String[]) row.getArray("holders").getArray()),
                confidentiality == null ? null : Confidentiality.valueOf(confidentiality),
                row.getBoolean("stream"));
    }

    /** Whether this caller may know that the dataset exists. */
    public boolean isKnownTo(Caller caller) {
        return visibilityTo(caller).isKnown();
    }

    /**
     * Whether this caller may see what was handed over for the dataset: its department, its role holders, overseers and
     * the services of the platform.
     */
    public boolean hasParticipant(Caller caller) {
        return visibilityTo(caller) == Visibility.VISIBLE
                && (caller.seesEveryDataset() || caller.worksFor(department) || isHeldBy(caller));
    }

    private Visibility visibilityTo(Caller caller) {
        return caller.visibilityOf(new Visibility.Dataset(
                department, holders, confidentiality, DatasetState.Status.valueOf(status.name())));
    }

    /** Whether this person has a role on it, such as steward or owner. */
    public boolean isHeldBy(Caller caller) {
        return holders.contains(caller.subject());
    }
}
