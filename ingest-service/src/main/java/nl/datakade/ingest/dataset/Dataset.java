package nl.datakade.ingest.dataset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import nl.datakade.platform.security.Caller;

/**
 * A dataset as far as ingest needs it.
 *
 * @param department slug
 * @param holders Keycloak subjects with a role on it
 * @param stream whether it is fed by observations, not by files
 */
public record Dataset(UUID id, String name, String department, Status status, Set<String> holders, boolean stream) {

    public enum Status {
        DRAFT,
        REGISTERED,
        WITHDRAWN
    }

    public static Dataset of(ResultSet row) throws SQLException {
        return new Dataset(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("department"),
                Status.valueOf(row.getString("status")),
                Set.of((String[]) row.getArray("holders").getArray()),
                row.getBoolean("stream"));
    }

    /** Whether this person has a role on it, such as steward or owner. */
    public boolean isHeldBy(Caller caller) {
        return holders.contains(caller.subject());
    }
}
