/** Bringing a file. */
@NullMarked
package nl.datakade.portal.delivery;

import org.jspecify.annotations.NullMarked;
