/** Who is at the door: signing in and out through Keycloak, and what a browser may do with a page. */
@NullMarked
package nl.datakade.portal.visitor;

import org.jspecify.annotations.NullMarked;
