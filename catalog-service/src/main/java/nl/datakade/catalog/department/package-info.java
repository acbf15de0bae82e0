/** Departments and people, as the city's Keycloak knows them. */
@NullMarked
package nl.datakade.catalog.department;

import org.jspecify.annotations.NullMarked;
