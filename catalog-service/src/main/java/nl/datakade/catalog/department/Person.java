package nl.datakade.catalog.department;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in, or could.
 *
 * @param id Keycloak subject
 * @param name null once the account is gone
 * @param roles realm roles
 * @param departments slugs
 */
public record Person(String id, @Nullable String name, boolean active, Set<String> roles, Set<String> departments) {

    static Person gone(String id) {
        return new Person(id, null, false, Set.of(), Set.of());
    }
}
