package nl.datakade.table.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.datakade.table.row.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A column whose type is still to be decided, with what there is to say about it so far.
 *
 * @param degrees whether its values, read as fractions, lie where a longitude or latitude would, beside its counterpart
 */
record Undecided(
        String label, ColumnEvidence evidence, Conventions conventions, boolean degrees, List<Finding> findings) {

    /** Of 10,000 and more that a value is off from the others, nobody measured it. */
    private static final int OUTLYING_DIGITS = 2;

    Undecided(String label, ColumnEvidence evidence, Conventions conventions, boolean degrees) {
        this(label, evidence, conventions, degrees, new ArrayList<>());
    }

    ColumnType typed(String sql, Notation notation, @Nullable String unit) {
        return new ColumnType(sql, notation, marks(), unit);
    }

    Map<String, Long> marks() {
        var marks = new LinkedHashMap<String, Long>();
        evidence.words.forEach((word, seen) -> marks.put(word, seen.count));
        if (evidence.numbers() > evidence.sentinelCount()) {
            evidence.sentinels.forEach((word, seen) -> {
                if (evidence.negatives == 0 || Sentinels.digits(word) >= evidence.maxWhole + OUTLYING_DIGITS) {
                    marks.put(word, seen.count);
                }
            });
        }
        tellMarks(marks);
        return marks;
    }

    ColumnType text() {
        var marks = new LinkedHashMap<>(evidence.laidDownMarks());
        evidence.words.forEach((word, seen) -> {
            if (Words.isMarkAmongWords(word)) {
                marks.put(word, seen.count);
            }
        });
        tellMarks(marks);
        return ColumnType.text(marks);
    }

    ColumnType identifier(String why) {
        info("IDENTIFIER", why);
        return text();
    }

    void tellMarks(Map<String, Long> marks) {
        if (!marks.isEmpty()) {
            var words = marks.entrySet().stream()
                    .map(mark -> mark.getKey() + " (" + mark.getValue() + ")")
                    .collect(Collectors.joining(", "));
            info("MISSING_VALUE_MARKS", "read as missing: " + words, words);
        }
    }

    void info(String code, String message, Object... arguments) {
        findings.add(Finding.info(code, null, message).with(arguments));
    }

    /** Answers null: the type that a column of which this is to be said does not get. */
    @Nullable
    ColumnType warn(String code, @Nullable Long line, String message, Object... arguments) {
        findings.add(Finding.warning(code, line == null || line == 0 ? null : line, message)
                .with(arguments));
        return null;
    }

    /** The first line with a value of one of the shapes. */
    long line(Shape... shapes) {
        long line = 0;
        for (var shape : shapes) {
            line = Math.max(line, evidence.firstLine(shape));
        }
        return line;
    }
}
