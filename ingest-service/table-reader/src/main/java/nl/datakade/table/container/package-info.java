/** Archives opened within bounds: so many entries, so many bytes, so deep, and never by the names they ask for. */
@NullMarked
package nl.datakade.table.container;

import org.jspecify.annotations.NullMarked;
