package nl.datakade.catalog.department;

import java.util.Set;

/**
 * Some people were found to be active or not, to have other realm roles or to belong to other departments than before;
 * published within this service.
 *
 * @param subjects Keycloak subjects
 */
public record PeopleChanged(Set<String> subjects) {}
