/** Typed rows out to Parquet, by way of DuckDB: it encodes and compresses, we hand it the rows as a table function. */
@NullMarked
package nl.datakade.table.parquet;

import org.jspecify.annotations.NullMarked;
