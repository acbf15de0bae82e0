/** The fixed lists that descriptions choose from: data themes, licences, frequencies, grounds of the Woo, roles. */
@NullMarked
package nl.datakade.catalog.vocabulary;

import org.jspecify.annotations.NullMarked;
