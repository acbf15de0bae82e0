package nl.datakade.catalog.department;

/**
 * A department of the city.
 *
 * @param slug kebab-case, in tokens and requests
 * @param active false once its group is gone from Keycloak
 */
public record Department(String slug, String name, boolean active) {}
