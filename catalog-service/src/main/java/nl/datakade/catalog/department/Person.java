package nl.datakade.catalog.department;

import java.util.Set;

/**
 * A person who can sign in, or could.
 *
 * @param id Keycloak subject
 * @param departments slugs
 */
public record Person(
        String id, String username, String name, boolean active, Set<String> roles, Set<String> departments) {}
