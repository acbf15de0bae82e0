package nl.datakade.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileNameTests {

    @Test
    void comesFromEitherFormAndTheExtendedOneGoesFirst() {
        assertThat(FileName.in("attachment; filename=\"bomen.csv\"")).isEqualTo("bomen.csv");
        assertThat(FileName.in("attachment; filename=bomen.csv")).isEqualTo("bomen.csv");
        assertThat(FileName.in("attachment; filename*=UTF-8''caf%C3%A9.csv")).isEqualTo("café.csv");
        assertThat(FileName.in("attachment; filename=\"cafe.csv\"; filename*=UTF-8''caf%C3%A9.csv"))
                .isEqualTo("café.csv");
    }

    @Test
    void readsUtf8ThatArrivedAsLatin1() {
        var onTheWire = new String("filename=\"é€.csv\"".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(FileName.in("attachment; " + onTheWire)).isEqualTo("é€.csv");
        assertThat(FileName.in("attachment; filename=\"caf\u00e9.csv\"")).isEqualTo("café.csv");
    }

    @Test
    void isNeverAPath() {
        assertThat(FileName.in("attachment; filename=\"../../etc/passwd\"")).isEqualTo("passwd");
        assertThat(FileName.in("attachment; filename*=UTF-8''C%3A%5Cdata%5Cbomen.csv"))
                .isEqualTo("bomen.csv");
        assertThat(FileName.in("attachment; filename=\"../\"")).isNull();
    }

    @Test
    void isNothingWhereNothingIsSaid() {
        assertThat(FileName.in(null)).isNull();
        assertThat(FileName.in("attachment")).isNull();
        assertThat(FileName.in("; ; =")).isNull();
    }
}
