/** Finding datasets, in Dutch. */
@NullMarked
package nl.datakade.catalog.search;

import org.jspecify.annotations.NullMarked;
