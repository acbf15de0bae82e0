package nl.datakade.table.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twice the text is at most twice the work, whatever is in it: counted in bytes that are looked at. */
class GrowingTextTests {

    private static final int SIZE = 1 << 21;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    UTF-8        | a;"open;1\\n
                    UTF-8        | "a;1\\n
                    UTF-8        | a;"b" c;1\\n
                    UTF-8        | a;"b\\nc" d;1\\n
                    windows-1252 | \u00e9;b;1\\n
                    windows-1252 | \u00e9 zonder einde
                    windows-1252 | \u00e9;"
                    UTF-16LE     | a zonder einde
                    UTF-16LE     | a;"b";1\\n
                    """)
    void workGrowsWithTheText(String charset, String piece) throws IOException {
        var text = piece.strip().replace("\\n", "\n");
        long once = lookedAt(text, charset, SIZE);
        long twice = lookedAt(text, charset, 2 * SIZE);

        assertThat(twice).isLessThan(3 * once);
        assertThat(twice).isGreaterThan(SIZE);
    }

    /** A value that goes on to the end of a file, in portions as small as an encoding of single bytes gives them. */
    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "UTF-16LE"})
    void oneLongValueIsLookedAtAFewTimesOnly(String charset) throws IOException {
        assertThat(lookedAt("\u00e9 en zo voort; ", charset, SIZE)).isLessThan(8L * SIZE);
        assertThat(lookedAt("\u00e9 en zo voort; ", charset, 4 * SIZE)).isLessThan(8L * 4 * SIZE);
    }

    private static long lookedAt(String piece, String charset, int length) throws IOException {
        var bytes = piece.repeat(length / piece.length()).getBytes(Charset.forName(charset));
        var encoding = new Encoding(charset, 0, "by test");
        try (var records = new Records(Utf8Input.of(new ByteArrayInputStream(bytes), encoding), Dialect.of(';', '"'))) {
            while (records.next()) {
                assertThat(records.lines()).isPositive();
            }
            return records.bytesLookedAt();
        }
    }
}
