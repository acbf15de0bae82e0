/** GeoPackage and other SQLite files: every table of features or attributes is a table. */
@NullMarked
package nl.datakade.table.geopackage;

import org.jspecify.annotations.NullMarked;
