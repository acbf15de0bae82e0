package nl.datakade.contracts.catalog;

/**
 * Who fills a role.
 *
 * @param person Keycloak subject, never a name
 */
public record RoleHolder(Role role, String person) {}
