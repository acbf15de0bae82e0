package nl.datakade.ingest.correction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.datakade.ingest.reading.Readings;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.table.Instructions;
import nl.datakade.table.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether a correction can be about the file at hand. */
final class CorrectionRules {

    private static final Set<String> WITHOUT_TEXT =
            Set.of("XLSX", "XLS", "XML_WORKBOOK", "ODS", "PARQUET", "GEOPACKAGE", "AVRO");
    private static final List<String> TEXT_FIELDS = List.of("encoding", "delimiter", "quote");
    private static final List<String> LAYOUT_FIELDS =
            List.of("encoding", "delimiter", "quote", "skippedLines", "headerLines", "includeHidden");

    private CorrectionRules() {}

    static List<InvalidInput> check(JsonNode patch, Instructions laidDown, Readings.@Nullable Kept reading) {
        var document = reading == null ? null : reading.document();
        if (document == null) {
            return List.of();
        }
        var wrong = new ArrayList<InvalidInput>();
        if (WITHOUT_TEXT.contains(document.format())) {
            TEXT_FIELDS.stream()
                    .filter(patch::hasNonNull)
                    .forEach(field ->
                            wrong.add(InvalidInput.body(field, "{expected.no-text:" + document.format() + "}")));
        }
        boolean sameLayout = LAYOUT_FIELDS.stream().noneMatch(patch::has);
        if (sameLayout && !document.tables().isEmpty()) {
            wrong.addAll(columns(patch.path("columns"), laidDown, document));
        }
        return wrong;
    }

    private static List<InvalidInput> columns(JsonNode patched, Instructions laidDown, Reading document) {
        var wrong = new ArrayList<InvalidInput>();
        var headings = headings(document);
        var names = new HashSet<String>();
        document.tables()
                .forEach(table -> table.columns().stream()
                        .filter(column -> laidDown.columns() == null
                                || !laidDown.columns().containsKey(heading(column)))
                        .forEach(column -> names.add(column.name())));
        patched.propertyNames().forEach(key -> {
            var column = patched.path(key);
            if (!column.isNull() && !headings.contains(key)) {
                wrong.add(InvalidInput.body("columns." + key, "{expected.column-of-file}"));
            } else if (names.contains(column.path("name").asString(""))) {
                wrong.add(InvalidInput.body("columns." + key + ".name", "{expected.column-name}"));
            }
        });
        return wrong;
    }

    private static Set<String> headings(Reading document) {
        var headings = new HashSet<String>();
        document.tables()
                .forEach(table -> table.columns().stream()
                        .flatMap(column -> Stream.of(heading(column), table.name() + "." + heading(column)))
                        .forEach(headings::add));
        return headings;
    }

    /** Instructions know a column by the name made of its heading, whatever it is called in the table. */
    private static String heading(Reading.Column column) {
        return column.heading() == null ? column.name() : column.heading();
    }
}
