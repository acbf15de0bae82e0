package nl.datakade.cli.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/** What Surefire and Failsafe reported, summed over all modules. */
record TestTotals(int run, int failures, int errors, int skipped) {

    private static final TestTotals NONE = new TestTotals(0, 0, 0, 0);

    private static final Pattern SUITE = Pattern.compile("<testsuite\\s[^>]*>", Pattern.DOTALL);

    /** The reports under the checkout that were written since. */
    static TestTotals since(Instant begin, Path checkout) {
        try (var files = Files.walk(checkout, 5)) {
            return files.filter(TestTotals::isReport)
                    .filter(report -> isWrittenSince(begin, report))
                    .map(TestTotals::read)
                    .reduce(NONE, TestTotals::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestTotals of(String report) {
        return SUITE.matcher(report)
                .results()
                .map(suite -> suite.group())
                .map(suite -> new TestTotals(
                        number(suite, "tests"),
                        number(suite, "failures"),
                        number(suite, "errors"),
                        number(suite, "skipped")))
                .reduce(NONE, TestTotals::plus);
    }

    boolean isGreen() {
        return run > 0 && failures == 0 && errors == 0;
    }

    @Override
    public String toString() {
        return "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d".formatted(run, failures, errors, skipped);
    }

    private TestTotals plus(TestTotals other) {
        return new TestTotals(
                run + other.run, failures + other.failures, errors + other.errors, skipped + other.skipped);
    }

    private static boolean isReport(Path file) {
        return file.toString().matches(".*/(surefire|failsafe)-reports/TEST-[^/]*\\.xml");
    }

    private static boolean isWrittenSince(Instant begin, Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isAfter(begin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestTotals read(Path report) {
        try {
            return of(Files.readString(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String suite, String attribute) {
        var value = Pattern.compile("\\s" + attribute + "=\"(\\d+)\"").matcher(suite);
        return value.find() ? Integer.parseInt(value.group(1)) : 0;
    }
}
