package nl.datakade.catalog.dataset;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Comparator;
import nl.datakade.contracts.catalog.Role;

/**
 * Who fills a role.
 *
 * @param person Keycloak subject
 */
@Embeddable
record Holder(@Enumerated(EnumType.STRING) Role role, String person) {

    static final Comparator<Holder> ORDER = Comparator.comparing(Holder::role).thenComparing(Holder::person);
}
