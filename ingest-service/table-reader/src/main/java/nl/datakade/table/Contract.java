package nl.datakade.table;

import java.util.ArrayList;
import java.util.List;
import nl.datakade.table.row.Finding;

/** Whether a file holds the columns that were laid down. */
final class Contract {

    private Contract() {}

    static List<Finding> absent(Instructions instructions, List<Reading.Table> tables) {
        var findings = new ArrayList<Finding>();
        if (instructions.columns() != null) {
            instructions.columns().forEach((key, column) -> {
                if (tables.stream().noneMatch(table -> has(table, key))) {
                    findings.add(finding(key, Boolean.TRUE.equals(column.required())));
                }
            });
        }
        return findings;
    }

    private static boolean has(Reading.Table table, String key) {
        return table.columns().stream()
                .map(Contract::heading)
                .anyMatch(heading -> key.equals(heading) || key.equals(table.name() + "." + heading));
    }

    /** The name that the column is known by in instructions. */
    private static String heading(Reading.Column column) {
        return column.heading() == null ? column.name() : column.heading();
    }

    private static Finding finding(String key, boolean required) {
        return new Finding(
                required ? "REQUIRED_COLUMN_ABSENT" : "EXPECTED_COLUMN_ABSENT",
                required ? Finding.Severity.BLOCKING : Finding.Severity.WARNING,
                null,
                key,
                null,
                required
                        ? "the column " + key + ", which a file of this dataset must have, is not in it"
                        : "the column " + key + ", about which something is laid down, is not in the file",
                List.of(key));
    }
}
