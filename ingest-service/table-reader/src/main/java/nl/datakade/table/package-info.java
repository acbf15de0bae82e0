/**
 * Makes tables of the files departments send.
 *
 * <p>Bytes in; typed Parquet, findings, rejected rows and a {@link nl.datakade.table.Reading} out. It needs no
 * service and no network:
 *
 * {@snippet :
 * Reading reading = TableReader.read(rawFile, "text/csv", "fietstellingen.csv", outputFolder, ReadOptions.named("fietstellingen"));
 * }
 *
 * <p>The output folder then holds {@code <table>/part-0.parquet} per table, and {@code rejects.csv} when rows were
 * rejected. {@link nl.datakade.table.ReadTask} does the same in a process of its own, from a request in JSON.
 */
@NullMarked
package nl.datakade.table;

import org.jspecify.annotations.NullMarked;
