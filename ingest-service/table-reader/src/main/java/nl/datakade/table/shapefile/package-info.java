/** Shapefiles, by H2GIS: a row per shape, its attributes beside its geometry. */
@NullMarked
package nl.datakade.table.shapefile;

import org.jspecify.annotations.NullMarked;
