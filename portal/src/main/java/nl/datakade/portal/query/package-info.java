/** Asking questions in SQL of what was granted. */
@NullMarked
package nl.datakade.portal.query;

import org.jspecify.annotations.NullMarked;
