package nl.datakade.table.text;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text of single bytes, by the words that come out. Windows-1252 is what most files are in, so one of
 * old machines has to be clearly better; where two come close and differ, the other one is kept to be reported.
 */
final class EncodingVerdict {

    /** In an old encoding one in so many high bytes may look like UTF-8 by chance. */
    private static final int CHANCE = 100;

    private static final double CLEARLY = 1.5;
    private static final double CLOSE = 0.6;

    /** What the letter of one word scores at least; a sign by itself is no evidence. */
    private static final double ONE_WORD = 0.4;

    private static final double SEVERAL_SIGNS = 1;

    private static final String WINDOWS = "windows-1252";
    private static final List<String> OLD = List.of("IBM850", "macintosh", "IBM437");

    private final HighBytes high;
    private final long sequences;
    private final int mark;
    private final Map<String, Double> scores = new LinkedHashMap<>();

    EncodingVerdict(HighBytes high, long sequences, int mark) {
        this.high = high;
        this.sequences = sequences;
        this.mark = mark;
    }

    Encoding encoding() {
        if (high.total() == 0) {
            return sequences == 0 && mark == 0
                    ? new Encoding("US-ASCII", 0, "no byte above 127")
                    : new Encoding(
                            "UTF-8",
                            mark,
                            (mark > 0 ? "byte order mark; " : "") + sequences + " sequences, all valid UTF-8");
        }
        scores.put(WINDOWS, high.score(Charset.forName(WINDOWS)));
        OLD.forEach(name -> scores.put(name, high.score(Encoding.charset(name))));
        var old = oldOne();
        if (old != null && sequences * CHANCE <= high.total()) {
            return new Encoding(
                            old,
                            mark,
                            high.total() + " bytes are no UTF-8, and make words in " + old + " but not in " + WINDOWS)
                    .with(high, rival(old));
        }
        return windows().with(high, old == null ? rival(WINDOWS) : old);
    }

    /** The best of the old encodings, when it makes words, and they are clearly better than those of Windows. */
    private @Nullable String oldOne() {
        String best = null;
        for (var name : OLD) {
            best = best == null || score(name) > score(best) ? name : best;
        }
        if (best == null) {
            return null;
        }
        boolean words = high.letterScore(Encoding.charset(best)) > ONE_WORD
                || (score(best) > SEVERAL_SIGNS && score(WINDOWS) < 0); // signs that are letters out of place elsewhere
        return words && score(best) > Math.max(0, score(WINDOWS)) * CLEARLY ? best : null;
    }

    private double score(String name) {
        return scores.getOrDefault(name, 0.0);
    }

    /** An encoding that makes other words of the bytes, nearly as good as those of the one that was chosen. */
    private @Nullable String rival(String chosen) {
        for (var name : scores.keySet()) {
            boolean close = score(name) > 0 && score(name) >= score(chosen) * CLOSE;
            if (!name.equals(chosen) && close && differ(name, chosen)) {
                return name;
            }
        }
        return null;
    }

    private boolean differ(String one, String other) {
        for (int value = 0x80; value < 0x100; value++) {
            if (high.of(value) > 0
                    && HighBytes.decoded(Encoding.charset(one), value)
                            != HighBytes.decoded(Encoding.charset(other), value)) {
                return true;
            }
        }
        return false;
    }

    private Encoding windows() {
        long invalid = high.total();
        if (sequences > 0) {
            return new Encoding(
                    Encoding.MIXED,
                    mark,
                    sequences + " valid UTF-8 sequences and " + invalid + " single bytes read as windows-1252");
        }
        if (high.controls() > 0) {
            return new Encoding(
                    WINDOWS, mark, invalid + " bytes are no UTF-8, " + high.controls() + " of them in 80-9F");
        }
        long euros = high.of(0xA4);
        if (euros > 0) {
            return new Encoding("ISO-8859-15", mark, invalid + " bytes are no UTF-8, " + euros + " of them A4");
        }
        return new Encoding("ISO-8859-1", mark, invalid + " bytes are no UTF-8, none of them in 80-9F");
    }
}
