/** Who saw what: the disclosure log, for the privacy officers. */
@NullMarked
package nl.datakade.portal.disclosure;

import org.jspecify.annotations.NullMarked;
