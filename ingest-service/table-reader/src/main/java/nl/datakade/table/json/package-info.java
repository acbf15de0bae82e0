/** JSON in its tabular forms: an array of objects, an object per line, a wrapper around such an array, GeoJSON. */
@NullMarked
package nl.datakade.table.json;

import org.jspecify.annotations.NullMarked;
