/** Keys that sign receipts and checkpoints of the disclosure log, made for an operator to put into the settings. */
@NullMarked
package nl.datakade.cli.key;

import org.jspecify.annotations.NullMarked;
