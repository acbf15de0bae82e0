package nl.datakade.ingest.table.type;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.datakade.ingest.table.row.CellKind;

/** All that is remembered of a column's values: counts per shape, a bounded number of words, no more however long the file. */
public final class ColumnEvidence {

    private static final int MAX_WORDS = 64;
    private static final int MAX_WORD = 40;

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
    int maxWhole;
    int maxFraction;
    boolean slashes;
    boolean wordsOverflow;
    final long[] counts = new long[Shape.values().length];
    final long[] firstLines = new long[Shape.values().length];
    final Map<String, Word> words = new LinkedHashMap<>();
    final Map<String, Word> sentinels = new LinkedHashMap<>();

    /** A word that stands where a number or date might, how often, and where first. */
    static final class Word {
        long count;
        final long line;

        Word(long line) {
            this.line = line;
        }
    }

    public void add(byte[] bytes, int from, int to, CellKind kind, long line, Value value) {
        value.look(bytes, from, to, kind);
        if (value.isBlank()) {
            blanks++;
            return;
        }
        values++;
        var shape = value.shape;
        int index = shape.ordinal();
        if (counts[index]++ == 0) {
            firstLines[index] = line;
        }
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
    }

    private void number(Value value, long line) {
        if (value.bytes[value.from] == '-') {
            if (Sentinels.isOne(value.bytes, value.from, value.to)) {
                sentinels.computeIfAbsent(text(value), key -> new Word(line)).count++;
                return;
            }
            negatives++;
        }
        maxWhole = Math.max(maxWhole, value.whole);
        boolean unsettled = value.shape == Shape.DOT_THREE || value.shape == Shape.COMMA_THREE;
        maxFraction = unsettled ? maxFraction : Math.max(maxFraction, value.fraction);
        exponents += value.exponent ? 1 : 0;
        percents += value.percent ? 1 : 0;
        euros += value.euro ? 1 : 0;
        compactDates += value.compactDate ? 1 : 0;
        compactTimes += value.compactTime ? 1 : 0;
        zeros += value.to - value.from == 1 && value.bytes[value.from] == '0' ? 1 : 0;
    }

    private void date(Value value) {
        timed += value.timed ? 1 : 0;
        offsets += value.offset ? 1 : 0;
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
            sum += counts[shape.ordinal()];
        }
        return sum;
    }

    long numbers() {
        return sum(Shape.INTEGER, Shape.COMMA_GROUPED) - count(Shape.LEADING_ZERO, Shape.LONG_DIGITS);
    }

    long dates() {
        return sum(Shape.DATE_ISO, Shape.DATE_NAMED);
    }

    long booleans() {
        return sum(Shape.JA_NEE, Shape.Y_N);
    }

    private long sum(Shape first, Shape last) {
        long sum = 0;
        for (int i = first.ordinal(); i <= last.ordinal(); i++) {
            sum += counts[i];
        }
        return sum;
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
        for (var shape : Shape.values()) {
            if (counts[shape.ordinal()] > 0) {
                shapes.put(shape, counts[shape.ordinal()]);
            }
        }
        return shapes;
    }
}
