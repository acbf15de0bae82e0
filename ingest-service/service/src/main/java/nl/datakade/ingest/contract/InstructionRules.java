package nl.datakade.ingest.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.table.Instructions;
import nl.datakade.table.text.Encoding;
import nl.datakade.table.type.Notation;
import org.jspecify.annotations.Nullable;

/** What can be laid down, field by field. */
public final class InstructionRules {

    private static final int MOST_LINES_SKIPPED = 300;
    private static final int MOST_HEADER_LINES = 10;
    private static final int MOST_MARKS = 50;
    private static final int LONGEST_MARK = 40;
    private static final Pattern KEY = Pattern.compile("([a-z_][a-z0-9_]{0,59}\\.)?[a-z_][a-z0-9_]{0,59}");
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,59}");
    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d{1,2}),(\\d{1,2})\\)");
    private static final Set<String> TYPES =
            Set.of("VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE", "TIME", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE");

    private final List<InvalidInput> wrong = new ArrayList<>();

    private InstructionRules() {}

    /** Everything that is wrong; empty when nothing is. */
    public static List<InvalidInput> check(Instructions instructions) {
        var rules = new InstructionRules();
        rules.text(instructions);
        rules.columns(instructions);
        return rules.wrong;
    }

    /** Types and encodings as they are called here, however they were written. */
    public static Instructions normalized(Instructions given) {
        var columns = given.columns();
        if (columns != null) {
            var cleaned = new java.util.LinkedHashMap<String, Instructions.Column>();
            columns.forEach((key, column) -> cleaned.put(
                    key,
                    new Instructions.Column(
                            column.name(), type(column.type()), column.format(), column.missing(), column.required())));
            columns = cleaned.isEmpty() ? null : cleaned;
        }
        return new Instructions(
                encoding(given.encoding()),
                given.delimiter(),
                given.quote(),
                given.skippedLines(),
                given.headerLines(),
                given.includeHidden(),
                columns);
    }

    private static @Nullable String encoding(@Nullable String given) {
        return Encoding.NAMES.stream()
                .filter(name -> name.equalsIgnoreCase(given))
                .findFirst()
                .orElse(given);
    }

    private static @Nullable String type(@Nullable String given) {
        if (given == null) {
            return null;
        }
        var upper = given.strip().toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "TEXT", "STRING" -> "VARCHAR";
            case "INTEGER", "INT" -> "BIGINT";
            case "TIMESTAMPTZ" -> "TIMESTAMP WITH TIME ZONE";
            default -> upper.replaceAll("\\s*([(),])\\s*", "$1");
        };
    }

    private void text(Instructions given) {
        if (given.encoding() != null && !Encoding.NAMES.contains(given.encoding())) {
            wrong("encoding", "{expected.one-of:" + String.join(", ", Encoding.NAMES) + "}");
        }
        var delimiter = given.delimiter();
        if (delimiter != null && (!isMark(delimiter) || delimiter.equals(given.quote()))) {
            wrong("delimiter", "{expected.delimiter}");
        }
        var quote = given.quote();
        if (quote != null && !quote.isEmpty() && (!isMark(quote) || quote.isBlank())) {
            wrong("quote", "{expected.quote}");
        }
        lines("skippedLines", given.skippedLines(), MOST_LINES_SKIPPED);
        lines("headerLines", given.headerLines(), MOST_HEADER_LINES);
    }

    private void lines(String field, @Nullable Integer lines, int most) {
        if (lines != null && (lines < 0 || lines > most)) {
            wrong(field, "{expected.lines:" + most + "}");
        }
    }

    /** One character of ASCII that is no part of words, numbers or line ends. */
    private static boolean isMark(String text) {
        return text.length() == 1
                && text.charAt(0) < 128
                && !Character.isLetterOrDigit(text.charAt(0))
                && (text.charAt(0) >= ' ' || text.charAt(0) == '\t');
    }

    private void columns(Instructions given) {
        if (given.columns() == null) {
            return;
        }
        var names = new HashSet<String>();
        given.columns().forEach((key, column) -> {
            var field = "columns." + key;
            if (!KEY.matcher(key).matches()) {
                wrong(field, "{expected.column-key}");
            }
            if (column.name() != null && (!NAME.matcher(column.name()).matches() || !names.add(column.name()))) {
                wrong(field + ".name", "{expected.column-name}");
            }
            column(field, column);
        });
    }

    private void column(String field, Instructions.Column column) {
        var type = column.type();
        var format = column.format();
        if (type != null && !isType(type)) {
            wrong(field + ".type", "{expected.column-type}");
        } else if (format != null && type != null && !fits(format, type)) {
            wrong(field + ".format", "{expected.format-of:" + type + "}");
        }
        var missing = column.missing();
        if (missing != null
                && (missing.size() > MOST_MARKS
                        || missing.stream().anyMatch(mark -> mark.isBlank() || mark.length() > LONGEST_MARK))) {
            wrong(field + ".missing", "{expected.missing}");
        }
    }

    private static boolean isType(String type) {
        var decimal = DECIMAL.matcher(type);
        if (decimal.matches()) {
            int precision = Integer.parseInt(decimal.group(1));
            return precision >= 1 && precision <= 18 && Integer.parseInt(decimal.group(2)) <= precision;
        }
        return TYPES.contains(type);
    }

    private static boolean fits(Notation format, String type) {
        return switch (format) {
            case TEXT -> type.equals("VARCHAR");
            case JSON -> false;
            case INTEGER -> type.equals("BIGINT");
            case DOT_NUMBER, COMMA_NUMBER ->
                type.equals("BIGINT") || type.equals("DOUBLE") || type.startsWith("DECIMAL");
            case EITHER_NUMBER -> type.equals("DOUBLE");
            case YEAR_FIRST, DAY_FIRST, MONTH_FIRST, MONTH_NAME -> type.equals("DATE") || type.startsWith("TIMESTAMP");
            case COMPACT_DATE -> type.equals("DATE") || type.equals("TIMESTAMP");
            case COMPACT_TIMESTAMP -> type.equals("TIMESTAMP");
            case TIME -> type.equals("TIME");
            case BOOLEAN -> type.equals("BOOLEAN");
        };
    }

    private void wrong(String field, String expected) {
        wrong.add(InvalidInput.body(field, expected));
    }
}
