package nl.datakade.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTotalsTests {

    private static final Instant BEGIN = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void sumsTheReportsOfAllModulesWrittenSinceTheBegin(@TempDir Path checkout) throws IOException {
        report(checkout, "a/target/surefire-reports/TEST-A.xml", 5, 1, BEGIN.plusSeconds(1));
        report(checkout, "shared/b/target/failsafe-reports/TEST-B.xml", 3, 0, BEGIN.plusSeconds(2));
        report(checkout, "c/target/surefire-reports/TEST-Old.xml", 100, 100, BEGIN.minusSeconds(60));
        report(checkout, "c/target/other/TEST-Other.xml", 100, 100, BEGIN.plusSeconds(1));
        assertThat(TestTotals.since(BEGIN, checkout)).hasToString("Tests run: 8, Failures: 1, Errors: 0, Skipped: 2");
    }

    @Test
    void nothingRunIsNotGreen(@TempDir Path checkout) {
        assertThat(TestTotals.since(BEGIN, checkout).isGreen()).isFalse();
    }

    @Test
    void isGreenWithoutFailuresAndErrors() {
        assertThat(TestTotals.of("<testsuite tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"0\">")
                        .isGreen())
                .isTrue();
        assertThat(TestTotals.of("<testsuite tests=\"2\" errors=\"1\" skipped=\"0\" failures=\"0\">")
                        .isGreen())
                .isFalse();
    }

    private static void report(Path checkout, String name, int tests, int failures, Instant written)
            throws IOException {
        var file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="A" time="0.1" tests="%d"
                  errors="0" skipped="1" failures="%d">
                  <properties/>
                </testsuite>
                """.formatted(tests, failures));
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
