package nl.datakade.table.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands around cells, and what before a quote that is a character of its cell. */
record Quoting(char quote, char escape) {

    /** The ways of quoting there are signs of in a text, the likeliest first; or the one that is laid down. */
    static List<Quoting> in(byte[] sample, @Nullable Character laidDown) {
        return new Signs(sample).quotings(laidDown);
    }

    /** What in a text speaks for which. */
    private static final class Signs {

        private final byte[] sample;

        Signs(byte[] sample) {
            this.sample = sample;
        }

        private List<Quoting> quotings(@Nullable Character laidDown) {
            var quotings = new ArrayList<Quoting>();
            if (laidDown != null) {
                return List.of(new Quoting(laidDown, laidDown == '"' && backslashEscapes('"') ? '\\' : laidDown));
            }
            for (char quote : new char[] {'"', '\''}) {
                if (quote == '"' || isQuote(quote)) {
                    boolean backslashes = isEscape(quote);
                    boolean likelier = backslashes && backslashEscapes(quote);
                    quotings.add(new Quoting(quote, likelier ? '\\' : quote));
                    if (backslashes) {
                        quotings.add(new Quoting(quote, likelier ? quote : '\\'));
                    }
                }
            }
            return quotings;
        }

        /** Stands at both ends of a cell somewhere. */
        private boolean isQuote(char quote) {
            for (int i = 0; i + 1 < sample.length; i++) {
                if (sample[i] == quote && (i == 0 || isSeparator(sample[i - 1])) && closing(i) > 0) {
                    return true;
                }
            }
            return false;
        }

        private int closing(int open) {
            for (int i = open + 1; i < sample.length && i < open + 1000; i++) {
                if (sample[i] == sample[open] && (i + 1 == sample.length || isSeparator(sample[i + 1]))) {
                    return i;
                }
            }
            return -1;
        }

        private boolean isEscape(char quote) {
            for (int i = 1; i < sample.length; i++) {
                if (sample[i] == quote && sample[i - 1] == '\\') {
                    return true;
                }
            }
            return false;
        }

        private static boolean isSeparator(byte b) {
            return b == ';' || b == ',' || b == '\t' || b == '|' || b == '\n' || b == '\r';
        }

        private boolean backslashEscapes(char quote) {
            int escapes = 0;
            for (int i = 1; i + 1 < sample.length; i++) {
                if (sample[i] == quote && sample[i - 1] == '\\') {
                    escapes += isSeparator(sample[i + 1]) ? 0 : 1;
                } else if (sample[i] == quote
                        && sample[i + 1] == quote
                        && !isSeparator(sample[i - 1])
                        && (i + 2 >= sample.length || !isSeparator(sample[i + 2]))) {
                    return false;
                }
            }
            return escapes > 0;
        }
    }
}
