/** Files into tables on this machine, without a running platform: measured on a folder, or written out again. */
@NullMarked
package nl.datakade.cli.table;

import org.jspecify.annotations.NullMarked;
