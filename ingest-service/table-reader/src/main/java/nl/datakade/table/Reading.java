package nl.datakade.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.datakade.table.parquet.ParquetFile;
import nl.datakade.table.row.Finding;
import nl.datakade.table.row.LineAccount;
import org.jspecify.annotations.Nullable;

/**
 * How a file was read: the document that is stored with a version, shown to its steward and corrected by them. Rows in
 * are rows out plus rejected rows, for every table.
 *
 * @param format what the bytes are, whatever they were said to be
 * @param formatEvidence what in them says so
 * @param reason when there is no table: why, precisely
 * @param remedy and what the sender can do
 * @param sketches per table and column, a likeness of the values to know the column again by
 * @param instructions what was laid down when it was read
 */
public record Reading(
        Outcome outcome,
        String format,
        String formatEvidence,
        @Nullable EncodingRead encoding,
        @Nullable DialectRead dialect,
        @Nullable String reason,
        @Nullable String remedy,
        List<Table> tables,
        List<Finding> findings,
        Map<String, Map<String, String>> sketches,
        Instructions instructions) {

    public Reading {
        sketches = sketches == null ? Map.of() : sketches; // kept documents may be older
        instructions = instructions == null ? Instructions.NONE : instructions;
    }

    /** Tables were made; the file lands without one because it is none; or it should have been one and is not. */
    public enum Outcome {
        READ,
        NOT_TABULAR,
        UNREADABLE
    }

    /** The characters, by their name with IANA or {@code mixed}. */
    public record EncodingRead(String name, String evidence) {}

    /** How text was cut into cells; no header line when the first row is data. */
    public record DialectRead(
            String delimiter, String quote, @Nullable Long headerLine) {}

    /**
     * One table of the file; {@code name} is its name in SQL, {@code label} what the file calls it.
     *
     * @param lines what became of every line of a text file; null where a format has none
     */
    public record Table(
            String name,
            String label,
            long rowsIn,
            long rows,
            long rejectedRows,
            List<Column> columns,
            List<Part> parts,
            @Nullable LineAccount lines) {

        /** Of a format without lines. */
        public Table(
                String name,
                String label,
                long rowsIn,
                long rows,
                long rejectedRows,
                List<Column> columns,
                List<Part> parts) {
            this(name, label, rowsIn, rows, rejectedRows, columns, parts, null);
        }

        /** The same, with what is known of the meaning of its columns. */
        Table described(Map<String, String> descriptions) {
            var described = columns.stream()
                    .map(column -> column.describedAs(descriptions.get(column.name())))
                    .toList();
            return new Table(name, label, rowsIn, rows, rejectedRows, described, parts, lines);
        }
    }

    /**
     * One column.
     *
     * @param id the field id in Parquet; survives renames
     * @param name in SQL
     * @param label what the file calls it
     * @param heading the name made of its heading, where a steward gave it another
     * @param type in SQL
     * @param format the notation in which the values were read; none where the file itself says what they are
     * @param unit of a measure, as a units line, a percent or a euro sign says
     * @param values how many rows have one, marks for missing values included
     * @param missing how many are missing in the table
     * @param shapes how many values look like what
     * @param marks which values were read as missing, and how often
     * @param description what it means, as the catalogue says
     */
    public record Column(
            int id,
            String name,
            String label,
            @Nullable String heading,
            String type,
            @Nullable String format,
            @Nullable String unit,
            long values,
            long missing,
            Map<String, Long> shapes,
            Map<String, Long> marks,
            @Nullable Geometry geometry,
            @Nullable String description) {

        Column describedAs(@Nullable String inWords) {
            return new Column(
                    id, name, label, heading, type, format, unit, values, missing, shapes, marks, geometry, inWords);
        }
    }

    /**
     * A column that holds places on earth.
     *
     * @param crs the reference system of its values, as an authority's code
     * @param role x, y, longitude, latitude or geometry
     * @param derivedFrom names of the columns it was computed from; empty for the file's own
     * @param maximumError of the computation, in metres; for RD with the correction grid of 2008
     */
    public record Geometry(
            String crs,
            String role,
            List<String> derivedFrom,
            @Nullable Double maximumError) {}

    /** One Parquet file, by its path below the output folder. */
    public record Part(String file, long rows, long bytes, String sha256, Map<String, ParquetFile.Bounds> bounds) {}

    /** The same, with more to tell. */
    public Reading with(List<Finding> further) {
        var all = new ArrayList<>(findings);
        all.addAll(further);
        return new Reading(
                outcome,
                format,
                formatEvidence,
                encoding,
                dialect,
                reason,
                remedy,
                tables,
                all,
                sketches,
                instructions);
    }

    public long rowsIn() {
        return tables.stream().mapToLong(Table::rowsIn).sum();
    }

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    public long rejectedRows() {
        return tables.stream().mapToLong(Table::rejectedRows).sum();
    }
}
