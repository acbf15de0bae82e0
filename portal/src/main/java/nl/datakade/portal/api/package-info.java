/** The four services as the pages use them, always in the name of the visitor. */
@NullMarked
package nl.datakade.portal.api;

import org.jspecify.annotations.NullMarked;
