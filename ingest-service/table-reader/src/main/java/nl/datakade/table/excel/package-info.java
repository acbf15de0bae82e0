/** Workbooks of Excel, of all its times, and of OpenDocument: every sheet with cells is a table, streamed row by row. */
@NullMarked
package nl.datakade.table.excel;

import org.jspecify.annotations.NullMarked;
