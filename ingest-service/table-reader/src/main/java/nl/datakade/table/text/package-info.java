/** Delimited text: in which characters it is written, how rows and cells are told apart, where the table starts and ends. */
@NullMarked
package nl.datakade.table.text;

import org.jspecify.annotations.NullMarked;
