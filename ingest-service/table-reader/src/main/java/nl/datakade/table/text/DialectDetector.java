package nl.datakade.table.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import nl.datakade.table.row.CellKind;
import nl.datakade.table.row.Cells;
import nl.datakade.table.type.Shape;
import nl.datakade.table.type.Value;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dialect in which the start of a text is most table-like: rows of the same number of cells, and cells that
 * look like one value each. The idea is that of Van den Burg, Nazábal and Sutton (2019), scored more simply.
 */
final class DialectDetector {

    private static final char[] DELIMITERS = {';', ',', '\t', '|', '^', '~', ':', ' '};
    private static final int MAX_ROWS = 300;

    /** How much better a less likely way of quoting must be. */
    private static final double PREFERENCE = 1.0001;

    /** What a text without any delimiter scores: a split must be better than half right to beat it. */
    private static final double SINGLE_COLUMN = 0.3;

    private final byte[] sample;
    private final Guidance guidance;

    /** What lines open with that are no rows, so that they say nothing of how rows are cut. */
    private final byte[] comment;

    private DialectDetector(byte[] sample, Guidance guidance) {
        this.sample = sample;
        this.guidance = guidance;
        this.comment = comment(sample);
    }

    /** What several lines open with while several others do not; empty when there is nothing like that. */
    private static byte[] comment(byte[] sample) {
        var lines = new String(sample, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(MAX_ROWS)
                .toList();
        for (var prefix : CommentLines.PREFIXES) {
            long comments =
                    lines.stream().filter(line -> line.startsWith(prefix)).count();
            if (comments > 0 && lines.size() - comments > 1) {
                return prefix.getBytes(StandardCharsets.US_ASCII);
            }
        }
        return new byte[0];
    }

    /** Detects from the start of a UTF-8 text, cut at the end of a line where there is one. */
    static Dialect detect(byte[] sample, Guidance guidance) throws IOException {
        return new DialectDetector(sample, guidance).detect();
    }

    private Dialect detect() throws IOException {
        boolean carriageReturn = endsInCarriageReturns();
        var laidDown = guidance.delimiter() == null ? named() : guidance.delimiter();
        var quotings = Quoting.in(sample, guidance.quote());
        var first = quotings.getFirst();
        var best = new Dialect(laidDown == null ? ',' : laidDown, first.quote(), first.escape(), carriageReturn, false);
        double bestScore = 0;
        for (var quoting : quotings) {
            for (char delimiter : DELIMITERS) {
                if (indexOf(delimiter) < 0 || (laidDown != null && laidDown != delimiter)) {
                    continue;
                }
                var candidate = new Dialect(delimiter, quoting.quote(), quoting.escape(), carriageReturn, false);
                double score = score(candidate) * likelihood(delimiter);
                if (score > bestScore * PREFERENCE || bestScore == 0) {
                    bestScore = score;
                    best = candidate;
                }
            }
        }
        boolean unlikely = laidDown == null
                && ((likelihood(best.delimiter()) < 1 && bestScore < SINGLE_COLUMN) || isColumnOfDecimals(best));
        char delimiter = unlikely ? unused() : best.delimiter();
        var settled = new Dialect(delimiter, best.quote(), best.escape(), carriageReturn, false);
        return new Dialect(delimiter, best.quote(), best.escape(), carriageReturn, alwaysSpaced(settled));
    }

    /** The delimiter that a first line tells spreadsheets, {@code sep=;}. */
    private @Nullable Character named() {
        int at = sample.length > 0 && sample[0] == '"' ? 1 : 0;
        boolean named = sample.length > at + 4
                && new String(sample, at, 4, StandardCharsets.US_ASCII).equalsIgnoreCase("sep=")
                && sample[at + 4] > 0
                && sample[at + 4] != '\n'
                && sample[at + 4] != '\r';
        return named ? (Character) (char) sample[at + 4] : null;
    }

    /** Under a heading of one cell nothing but whole numbers and two runs of digits around a comma: numbers in Dutch. */
    private boolean isColumnOfDecimals(Dialect dialect) throws IOException {
        if (dialect.delimiter() != ',') {
            return false;
        }
        var cells = new Cells();
        int decimals = 0;
        try (var records = new Records(new ByteArrayInputStream(sample), dialect)) {
            if (!records.next() || records.count() != 1) {
                return false;
            }
            for (int row = 0; row < MAX_ROWS && records.next(); row++) {
                records.into(cells);
                boolean fits = cells.size() <= 2
                        && cells.text(0).matches("[-+]?\\d*")
                        && (cells.size() == 1 || cells.text(1).matches("\\d+"));
                if (!fits) {
                    return false;
                }
                decimals += cells.size() - 1;
            }
        }
        return decimals > 1;
    }

    /** A delimiter that leaves the text in one column. */
    private char unused() {
        for (char delimiter : DELIMITERS) {
            if (indexOf(delimiter) < 0) {
                return delimiter;
            }
        }
        return DELIMITERS[0];
    }

    /** More rows end in a carriage return alone than in a line feed; those within quotes count for neither. */
    private boolean endsInCarriageReturns() {
        int returns = 0;
        int feeds = 0;
        boolean quoted = false;
        for (int i = 0; i < sample.length; i++) {
            quoted ^= sample[i] == '"';
            if (!quoted && sample[i] == '\n') {
                feeds++;
            } else if (!quoted && sample[i] == '\r' && (i + 1 == sample.length || sample[i + 1] != '\n')) {
                returns++;
            }
        }
        return returns > feeds;
    }

    /** Blanks and colons stand in ordinary values too; where addresses or times show they do, they are hardly ever more. */
    private double likelihood(char delimiter) {
        if (delimiter != ' ' && delimiter != ':') {
            return 1;
        }
        boolean ordinary = false;
        for (int i = 1; delimiter == ':' && i + 1 < sample.length; i++) {
            ordinary |= sample[i] == ':'
                    && (sample[i + 1] == '/'
                            || sample[i + 1] == ' '
                            || (isDigit(sample[i - 1]) && isDigit(sample[i + 1])));
        }
        return ordinary ? 0.2 : 0.5;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private double score(Dialect dialect) throws IOException {
        var cells = new Cells();
        var value = new Value();
        var widths = new ArrayList<Integer>();
        var qualities = new ArrayList<Double>();
        try (var records = new Records(new ByteArrayInputStream(sample), dialect)) {
            while (widths.size() < MAX_ROWS && records.next()) {
                if (records.isBlank() || records.rawStartsWith(comment)) {
                    continue;
                }
                widths.add(records.count());
                records.into(cells);
                double quality = 0;
                for (int i = 0; i < cells.size(); i++) {
                    quality += quality(cells, i, value, dialect.delimiter());
                }
                qualities.add(quality / cells.size());
            }
        }
        int width = Widths.mostCommon(widths);
        if (width < 2) {
            return SINGLE_COLUMN;
        }
        int first = widths.indexOf(width);
        double consistent = 0;
        double quality = 0;
        for (int i = first; i < widths.size(); i++) {
            if (widths.get(i) == width) {
                consistent++;
                quality += qualities.get(i);
            }
        }
        quality /= consistent;
        consistent /= widths.size() - Math.min(first, widths.size() / 3);
        return consistent * consistent * quality * (1 - 1.0 / (width * width));
    }

    private static double quality(Cells cells, int cell, Value value, char delimiter) {
        int from = cells.from(cell);
        int to = cells.to(cell);
        if (from == to) {
            return 0.8;
        }
        if (value.look(cells.bytes(), from, to, CellKind.TEXT).shape() != Shape.TEXT) {
            return 1;
        }
        double quality = to - from > 100 ? 0.7 : 0.9;
        for (int i = from; i < to; i++) {
            byte c = cells.bytes()[i];
            if ((c == ';' || c == '\t' || c == '|') && c != delimiter) {
                return 0.1;
            }
            if (c == ',' && i + 1 < to && cells.bytes()[i + 1] != ' ') {
                quality = Math.min(quality, 0.5);
            }
        }
        return quality;
    }

    private boolean alwaysSpaced(Dialect dialect) throws IOException {
        if (dialect.delimiter() == ' ') {
            return false;
        }
        var cells = new Cells();
        int seen = 0;
        try (var records = new Records(new ByteArrayInputStream(sample), Dialect.of(dialect.delimiter(), (char) 0))) {
            for (int row = 0; row < MAX_ROWS && records.next(); row++) {
                records.into(cells);
                for (int i = 1; i < cells.size(); i++) {
                    if (cells.from(i) == cells.to(i) || cells.bytes()[cells.from(i)] != ' ') {
                        return false;
                    }
                    seen++;
                }
            }
        }
        return seen > 0;
    }

    private int indexOf(char wanted) {
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
