package nl.datakade.quality.profile;

import java.time.LocalDate;
import java.util.List;

/**
 * The tables to measure, as Parquet files on this machine.
 *
 * @param asOf the day the version was delivered: what lies after it is the future
 */
public record ProfileRequest(LocalDate asOf, List<Table> tables) {

    public record Table(String name, List<Column> columns, List<String> files) {}

    /** A column, with its name in the Parquet files. */
    public record Column(int id, String name, String label) {}
}
