package nl.datakade.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ελληνικά.csv",
                "мои данные.csv",
                "بيانات المدينة.csv",
                "נתונים.csv",
                "数据 📈.csv",
                "நகரம்.csv",
                "gezin 👨\u200d👩\u200d👧.csv",
                "می\u200cخواهم.csv",
                "cafe\u0301.csv",
                "a;b=c, d%20e.csv"
            })
    void staysAsItIsInEveryScript(String name) {
        var percents = java.net.URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");

        assertThat(FileName.in("attachment; filename*=UTF-8''" + percents)).isEqualTo(name);
        assertThat(FileName.plain("../map/" + name)).isEqualTo(name);
    }

    @Test
    void doesNotLookLikeAnotherOne() {
        assertThat(FileName.plain("factuur\u202evsc.exe")).isEqualTo("factuurvsc.exe");
        assertThat(FileName.plain("\u2066a\u2069\u2028b\ufeff.csv")).isEqualTo("ab.csv");
        assertThat(FileName.plain("half\ud83d.csv")).isEqualTo("half.csv");
        assertThat(FileName.plain("a\u0000\r\nb.csv")).isEqualTo("ab.csv");
        assertThat(FileName.plain("..")).isNull();
    }

    @Test
    void isShortenedBetweenWhatIsReadAsOneCharacter() {
        var emoji = FileName.plain("📈".repeat(300) + ".csv");
        var marks = FileName.plain("e\u0301".repeat(300) + "x.csv");

        assertThat(emoji).hasSizeLessThanOrEqualTo(200).matches("(📈)+\\.csv");
        assertThat(marks).hasSizeLessThanOrEqualTo(200).matches("(e\u0301)+x\\.csv");
        assertThat(FileName.plain("x".repeat(300) + ".csv")).hasSize(200);
    }

    @Test
    void isNothingInACharsetThatIsNotKnown() {
        assertThat(FileName.in("attachment; filename*=ISO-8859-1''caf%E9.csv")).isEqualTo("café.csv");
        assertThat(FileName.in("attachment; filename*=EBCDIC''caf%E9.csv")).isNull();
    }
}
