package nl.datakade.cli.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import nl.datakade.local.Progress;

/** One line for each thing that happens. */
public final class ConsoleProgress implements Progress {

    private final PrintWriter out;

    public ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void starting(String process) {
        say("starting %s".formatted(process));
    }

    @Override
    public void ready(String process, String url, Duration took) {
        say(String.format(Locale.ROOT, "%-10s ready after %4.1f s   %s", process, took.toMillis() / 1000.0, url));
    }

    @Override
    public void stopped(String process) {
        say("%-10s stopped".formatted(process));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
