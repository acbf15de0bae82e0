package nl.datakade.catalog.department;

import java.util.Set;

/**
 * A person as a search in Keycloak finds them.
 *
 * @param id Keycloak subject
 * @param roles realm roles
 * @param departments slugs
 */
record FoundPerson(String id, String username, String name, Set<String> roles, Set<String> departments) {}
