package nl.datakade.table.type;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nl.datakade.table.row.CellKind;

/** All that is remembered of a column's values: counts per shape, a bounded number of words, no more however long the file. */
public final class ColumnEvidence {

    private static final int MAX_WORDS = 64;
    private static final int MAX_WORD = 40;
    private static final int MAX_SHORT = 6;
    private static final int MAX_SHORTS = 1_000;

    long values;
    long blanks;
    long padded;
    long percents;
    long euros;
    long offsets;
    long timed;
    long twoDigitYears;
    long compactDates;
    long compactTimes;
    long zeros;
    long negatives;
    long exponents;
    long letterN;
    long dashesForZero;
    long fineSeconds;

    /** Numbers that a floating point number would change. */
    long lossy;

    /** Short texts of numbers with a point, of which two may be one number: 5.1 and 5.10. */
    private final Set<String> shortDecimals = new HashSet<>();

    int maxWhole;
    int maxFraction;
    boolean slashes;
    boolean wordsOverflow;
    private final Set<String> missing;
    private final EnumMap<Shape, Word> counts = new EnumMap<>(Shape.class);
    final Map<String, Word> words = new LinkedHashMap<>();
    final Map<String, Word> sentinels = new LinkedHashMap<>();

    public ColumnEvidence() {
        this(Set.of());
    }

    /** @param missing words that mean "missing", whatever they look like */
    public ColumnEvidence(Collection<String> missing) {
        this.missing = Set.copyOf(missing);
    }

    /** A word that stands where a number or date might, how often, and where first. */
    static final class Word {
        long count;
        final long line;

        Word(long line) {
            this.line = line;
        }
    }

    /** Answers whether there is a value at all. */
    public boolean add(byte[] bytes, int from, int to, CellKind kind, long line, Value value) {
        value.look(bytes, from, to, kind);
        if (value.isBlank()) {
            blanks++;
            return false;
        }
        values++;
        if (!missing.isEmpty() && missing.contains(text(value))) {
            value.shape = Shape.MARK;
        }
        var shape = value.shape;
        var seen = counts.get(shape);
        if (seen == null) {
            seen = new Word(line);
            counts.put(shape, seen);
        }
        seen.count++;
        if (value.padded) {
            padded++;
        }
        switch (shape) {
            case TEXT, MARK -> word(value, line);
            case J_N -> letterN += (value.bytes[value.from] | 0x20) == 'n' ? 1 : 0;
            case DATE_ISO, DATE_DAY_FIRST, DATE_MONTH_FIRST, DATE_EITHER, DATE_NAMED -> date(value);
            case TIME, JA_NEE, TRUE_FALSE, YES_NO, WAAR_ONWAAR, Y_N, JSON, LEADING_ZERO, LONG_DIGITS -> {}
            case INTEGER, DOT_DECIMAL, COMMA_DECIMAL, DOT_THREE, COMMA_THREE, DOT_GROUPED, COMMA_GROUPED ->
                number(value, line);
        }
        return true;
    }

    private void number(Value value, long line) {
        if (value.bytes[value.from] == '-') {
            if (Sentinels.isOne(value.bytes, value.from, value.to)) {
                sentinels.computeIfAbsent(text(value), key -> new Word(line)).count++;
                return;
            }
            negatives++;
        }
        negatives += value.negated ? 1 : 0;
        dashesForZero += value.dashForZero ? 1 : 0;
        if (value.numbers.whole + value.numbers.fraction > NumberDecision.EXACT_DIGITS && !value.numbers.exponent) {
            lossy += value.isExactAsDouble() ? 0 : 1;
        }
        if (value.shape == Shape.DOT_DECIMAL
                && value.to - value.from <= MAX_SHORT
                && shortDecimals.size() < MAX_SHORTS) {
            shortDecimals.add(text(value));
        }
        maxWhole = Math.max(maxWhole, value.numbers.whole);
        boolean unsettled = value.shape == Shape.DOT_THREE || value.shape == Shape.COMMA_THREE;
        maxFraction = unsettled ? maxFraction : Math.max(maxFraction, value.numbers.fraction);
        exponents += value.numbers.exponent ? 1 : 0;
        percents += value.percent ? 1 : 0;
        euros += value.euro ? 1 : 0;
        compactDates += value.numbers.compactDate ? 1 : 0;
        compactTimes += value.numbers.compactTime ? 1 : 0;
        zeros += value.to - value.from == 1 && value.bytes[value.from] == '0' ? 1 : 0;
    }

    /** The same number is written with and without a zero at its end, as parts of parts are: 5.1 and 5.10. */
    boolean hasNumbersWrittenTwice() {
        return shortDecimals.stream()
                .filter(text -> text.endsWith("0"))
                .anyMatch(text -> shortDecimals.contains(text.substring(0, text.length() - 1)));
    }

    private void date(Value value) {
        timed += value.timed ? 1 : 0;
        offsets += value.offset ? 1 : 0;
        fineSeconds += value.fineSeconds ? 1 : 0;
        twoDigitYears += value.twoDigitYear ? 1 : 0;
        slashes |= value.separator == '/';
    }

    private void word(Value value, long line) {
        if (wordsOverflow && value.shape == Shape.TEXT) {
            return;
        }
        if (value.to - value.from > MAX_WORD) {
            wordsOverflow = true;
            return;
        }
        var text = text(value);
        var known = words.get(text);
        if (known == null) {
            if (words.size() >= MAX_WORDS) {
                wordsOverflow = true;
                return;
            }
            known = new Word(line);
            words.put(text, known);
        }
        known.count++;
    }

    private static String text(Value value) {
        return new String(value.bytes, value.from, value.to - value.from, StandardCharsets.UTF_8);
    }

    long count(Shape... shapes) {
        long sum = 0;
        for (var shape : shapes) {
            var seen = counts.get(shape);
            sum += seen == null ? 0 : seen.count;
        }
        return sum;
    }

    long count(Shape.Kind kind) {
        long sum = 0;
        for (var entry : counts.entrySet()) {
            sum += entry.getKey().kind() == kind ? entry.getValue().count : 0;
        }
        return sum;
    }

    long numbers() {
        return count(Shape.Kind.NUMBER);
    }

    long dates() {
        return count(Shape.Kind.DATE);
    }

    long booleans() {
        return count(Shape.Kind.TRUTH);
    }

    /** The first line with a value of the shape, 0 when there is none. */
    long firstLine(Shape shape) {
        var seen = counts.get(shape);
        return seen == null ? 0 : seen.line;
    }

    /** The line from which on the column holds more than one kind of value. */
    long firstLineOfLastShape() {
        return counts.values().stream().mapToLong(seen -> seen.line).max().orElse(0);
    }

    /** The words laid down to mean "missing", with how often they stood in the column. */
    Map<String, Long> laidDownMarks() {
        var marks = new LinkedHashMap<String, Long>();
        missing.forEach(word -> {
            var seen = words.get(word);
            marks.put(word, seen == null ? 0 : seen.count);
        });
        return marks;
    }

    long sentinelCount() {
        return sentinels.values().stream().mapToLong(word -> word.count).sum();
    }

    public long values() {
        return values;
    }

    public long blanks() {
        return blanks;
    }

    /** How many values have which shape. */
    public Map<Shape, Long> shapes() {
        var shapes = new EnumMap<Shape, Long>(Shape.class);
        counts.forEach((shape, seen) -> shapes.put(shape, seen.count));
        return shapes;
    }
}
