package nl.datakade.cli.build;

import java.util.regex.Pattern;

/**
 * Which lines of a test run a person reads: what is being built and tested, what fails and why, and the totals. What
 * services log stands in files beside the reports.
 */
final class TestProgress {

    private static final Pattern INFO = Pattern.compile("\\[INFO] ?(.*)");

    private static final Pattern PROGRESS = Pattern.compile(
            "Building .*\\[\\d+/\\d+].*|Running .*|Tests run:.*|Reactor Summary.*|.* \\.{3,} .*|BUILD .*|Total time:.*");

    private TestProgress() {}

    static boolean isShown(String line) {
        var info = INFO.matcher(line);
        return info.matches() ? PROGRESS.matcher(info.group(1)).matches() : !line.isBlank();
    }
}
