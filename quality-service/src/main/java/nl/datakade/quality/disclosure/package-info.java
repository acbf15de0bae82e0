/** What this service shows of data that is not public stands in the disclosure log of access before it is shown. */
@NullMarked
package nl.datakade.quality.disclosure;

import org.jspecify.annotations.NullMarked;
