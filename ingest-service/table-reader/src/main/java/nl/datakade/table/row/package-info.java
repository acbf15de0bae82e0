/** What every format hands over: tables of labelled, still untyped cells, row by row and as often as asked. */
@NullMarked
package nl.datakade.table.row;

import org.jspecify.annotations.NullMarked;
