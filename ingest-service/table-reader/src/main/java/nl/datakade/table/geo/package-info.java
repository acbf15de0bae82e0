/** Places: which columns are coordinates, in which reference system, and where they lie in ETRS89. */
@NullMarked
package nl.datakade.table.geo;

import org.jspecify.annotations.NullMarked;
