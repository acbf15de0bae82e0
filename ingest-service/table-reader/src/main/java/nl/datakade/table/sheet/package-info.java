/** What spreadsheets of all formats have in common: what a person sees of a cell, merged cells, what is hidden. */
@NullMarked
package nl.datakade.table.sheet;

import org.jspecify.annotations.NullMarked;
