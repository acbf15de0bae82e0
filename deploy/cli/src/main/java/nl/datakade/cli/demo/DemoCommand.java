package nl.datakade.cli.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import nl.datakade.cli.build.Build;
import nl.datakade.cli.console.ConsoleProgress;
import nl.datakade.cli.stack.LocalSystem;
import nl.datakade.cli.stack.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Build, start, load the demo city, show the main job step by step, and leave it running.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    private final List<Chapter> chapters;

    @Spec
    private CommandSpec spec;

    /** What is printed once everything runs. */
    @SuppressWarnings("NullAway.Init")
    public DemoCommand(List<Chapter> chapters) {
        this.chapters = List.copyOf(chapters);
    }

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        new Build(out).ifStale();
        var system = LocalSystem.here();
        timed("Everything runs", out, () -> system.start(new ConsoleProgress(out)));
        for (var chapter : chapters) {
            heading(chapter.title(), out);
            timed("Done", out, () -> chapter.run(out));
        }
        Farewell.print(system, out);
        Training.inBackground(system);
        return 0;
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void timed(String what, PrintWriter out, Step step) throws Exception {
        var begin = Instant.now();
        step.run();
        out.printf(
                Locale.ROOT,
                "%s after %.1f s.%n",
                what,
                Duration.between(begin, Instant.now()).toMillis() / 1000.0);
        out.flush();
    }

    private static void heading(String title, PrintWriter out) {
        out.printf("%n%s%n%s%n", title, "─".repeat(title.length()));
        out.flush();
    }
}
