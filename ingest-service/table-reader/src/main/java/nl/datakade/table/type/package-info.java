/** What the values of a column are: decided on all of them, in Dutch and English notation, and never by guessing. */
@NullMarked
package nl.datakade.table.type;

import org.jspecify.annotations.NullMarked;
