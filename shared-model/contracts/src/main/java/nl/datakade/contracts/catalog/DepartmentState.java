package nl.datakade.contracts.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import nl.datakade.contracts.EventType;
import nl.datakade.contracts.State;

/**
 * A department of the city; the list is kept as groups in Keycloak.
 *
 * @param slug kebab-case, in tokens and requests
 * @param active false once the group is gone; what it delivered stays
 */
@EventType(value = "nl.datakade.catalog.department-changed.v1", topic = "datakade.catalog.department")
public record DepartmentState(String slug, long revision, String name, boolean active, Instant changedAt)
        implements State {

    @Override
    public String key() {
        return slug;
    }

    @Override
    public UUID stream() {
        return UUID.nameUUIDFromBytes(slug.getBytes(StandardCharsets.UTF_8));
    }
}
