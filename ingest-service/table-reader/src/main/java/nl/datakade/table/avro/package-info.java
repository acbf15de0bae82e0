/** Avro object container files: every record is a row, by the schema in the file. */
@NullMarked
package nl.datakade.table.avro;

import org.jspecify.annotations.NullMarked;
