package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zero bytes in text of every size, in every encoding of single bytes: a reader that waits for more never ends. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class ZeroByteTests {

    private static final int BEYOND_THE_FIRST_BUFFER = 3_000;

    @Test
    void oneZeroByteInAFileLargerThanAnyBufferIsDroppedAndReported() throws IOException {
        var sample = Sample.of(Path.of("src/test/resources/nl/datakade/table/faults/60-one-zero-byte.csv"));

        assertThat(sample.reading.rowsIn()).isEqualTo(2599);
        assertThat(sample.reading.rows()).isEqualTo(2599);
        assertThat(sample.type("aantal")).isEqualTo("BIGINT");
        assertThat(sample.codes()).contains("ZERO_BYTES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-15", "IBM850"})
    void zeroBytesAnywhereLeaveTheRowsAsTheyAre(String encoding) {
        var text = new StringBuilder("naam;aantal\n");
        for (int i = 0; i < BEYOND_THE_FIRST_BUFFER; i++) {
            text.append(i % 700 == 0 ? "caf\u00e9\0" : "caf\u00e9")
                    .append(";")
                    .append(i)
                    .append('\n');
        }

        var sample = Sample.of(text.append('\0').toString(), Charset.forName(encoding));

        assertThat(sample.reading.rows()).isEqualTo(BEYOND_THE_FIRST_BUFFER);
        assertThat(sample.query("SELECT count(*) FROM t WHERE naam = 'caf\u00e9'"))
                .containsExactly(Integer.toString(BEYOND_THE_FIRST_BUFFER));
    }

    @Test
    void aFileOfZeroBytesAloneEnds() {
        assertThat(Sample.of(new byte[100_000], "nul.csv").reading.tables()).isEmpty();
    }

    @Test
    void zeroBytesInLinesOfJsonEndTheReading() {
        var lines = "{\"a\": 1}\n".repeat(BEYOND_THE_FIRST_BUFFER) + "{\"a\": \0 2}\n";

        var sample = Sample.of(lines.getBytes(StandardCharsets.UTF_8), "lines.jsonl");

        assertThat(sample.reading.rowsIn())
                .isEqualTo(sample.reading.rows() + sample.reading.rejectedRows())
                .isGreaterThanOrEqualTo(BEYOND_THE_FIRST_BUFFER);
    }

    @Test
    void aSmallFileHoldsItsReaderForMinutesAndALargeOneForAsLongAsItsSizeNeeds() {
        assertThat(ReadingTime.atMost(46_000)).isEqualTo(Duration.ofMinutes(2));
        assertThat(ReadingTime.atMost(10L << 30)).isGreaterThan(Duration.ofHours(1));
    }

    @Test
    void workBeyondItsBoundIsLeftBehind() throws Exception {
        var never = new CountDownLatch(1);

        var finished = ReadingTime.within(Duration.ofMillis(50), () -> {
            never.await();
            return never;
        });

        assertThat(finished).isEmpty();
        assertThat(ReadingTime.within(Duration.ofMinutes(1), () -> "read")).contains("read");
    }
}
