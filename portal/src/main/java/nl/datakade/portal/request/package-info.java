/** Requests for access: one's own, and those that wait for a decision. */
@NullMarked
package nl.datakade.portal.request;

import org.jspecify.annotations.NullMarked;
