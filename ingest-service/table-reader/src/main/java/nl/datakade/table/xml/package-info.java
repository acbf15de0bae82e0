/** XML as a table: the element that repeats is the row, what is in it are the cells. */
@NullMarked
package nl.datakade.table.xml;

import org.jspecify.annotations.NullMarked;
