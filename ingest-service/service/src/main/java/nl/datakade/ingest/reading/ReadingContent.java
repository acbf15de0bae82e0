package nl.datakade.ingest.reading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.ingest.version.VersionContent;
import nl.datakade.table.Instructions;
import nl.datakade.table.Reading;

/** Says in the words of the contracts what a reading brought. */
final class ReadingContent {

    private ReadingContent() {}

    static VersionContent of(Delivery delivery, Readings.Kept kept) {
        var folder = Job.folder(delivery, kept.number());
        var reading = kept.document();
        return new VersionContent(
                kept.number(),
                kept.outcome(),
                kept.reason(),
                reading == null
                        ? List.of()
                        : reading.tables().stream()
                                .map(table -> table(folder, table, reading.instructions()))
                                .toList(),
                reading == null ? List.of() : findings(reading),
                kept.manifest(),
                kept.readAt());
    }

    private static VersionState.Table table(String folder, Reading.Table table, Instructions instructions) {
        return new VersionState.Table(
                table.name(),
                table.rowsIn(),
                table.rows(),
                table.rejectedRows(),
                table.columns().stream()
                        .map(column -> column(table.name(), column, instructions))
                        .toList(),
                table.parts().stream()
                        .map(part ->
                                new VersionState.Part(folder + part.file(), part.rows(), part.bytes(), part.sha256()))
                        .toList());
    }

    private static VersionState.Column column(String table, Reading.Column column, Instructions instructions) {
        var heading = column.heading() == null ? column.name() : column.heading();
        return new VersionState.Column(
                column.id(),
                column.name(),
                column.label(),
                column.type(),
                evidence(column),
                instructions.fingerprint(table, heading));
    }

    /** In words: how many rows have a value or look like something is a figure about few rows when it is small. */
    static String evidence(Reading.Column column) {
        var all = column.shapes().values().stream().mapToLong(Long::longValue).sum();
        var shapes = column.shapes().entrySet().stream()
                .filter(shape -> shape.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(shape -> share(shape.getValue(), all) + " " + shape.getKey())
                .collect(Collectors.joining(", "));
        var missing = column.missing() == 0
                ? "no value is missing"
                : column.values() == 0 ? "every value is missing" : "values are missing";
        return shapes.isEmpty() ? missing : shapes + "; " + missing;
    }

    private static String share(long part, long all) {
        return part == all ? "all" : 2 * part > all ? "most" : "some";
    }

    private static List<VersionState.Finding> findings(Reading reading) {
        return reading.findings().stream()
                .map(finding -> new VersionState.Finding(
                        Account.code(finding.code()),
                        VersionState.Severity.valueOf(finding.severity().name()),
                        finding.table(),
                        finding.column(),
                        finding.line(),
                        finding.message(),
                        FindingTexts.dutch(finding)))
                .toList();
    }
}
