package nl.datakade.cli.build;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.datakade.cli.console.ConsoleProgress;
import nl.datakade.local.Checkout;
import nl.datakade.local.LocalStack;
import nl.datakade.local.TemporaryStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        description = {
            "Run every test against real backing services of their own, beside whatever runs.",
            "What follows -- goes to Maven, for instance -- -pl catalog-service -am."
        },
        mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {

    /** Much of a module's time is waiting, for a consumer to join or a service to start. */
    private static final String MODULES_AT_ONCE = "3";

    /** Its tests start so many processes of it that to prepare an AOT cache for them first takes less time than it saves. */
    private static final String PREPARED = "ingest";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "For Maven, after --.")
    private List<String> more = List.of();

    @SuppressWarnings("NullAway.Init")
    public TestCommand() {}

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var begin = Instant.now();
        var arguments = new ArrayList<>(List.of("verify", "--fail-at-end", "-T", MODULES_AT_ONCE));
        if (more.isEmpty()) {
            arguments.add("-Ddatakade.whole-run"); // orders the modules
        }
        arguments.addAll(more);
        int exit;
        try (var temporary = TemporaryStack.start(new ConsoleProgress(out))) {
            exit = new Maven(Checkout.root()).run(arguments, environment(temporary.stack()), line -> {
                if (TestProgress.isShown(line)) {
                    out.println(line);
                    out.flush();
                }
            });
        }
        var totals = TestTotals.since(begin, Checkout.root());
        out.printf(
                Locale.ROOT,
                "%d s in all%n",
                Duration.between(begin, Instant.now()).toSeconds());
        out.println(totals);
        return exit == 0 && !totals.isGreen() ? 1 : exit;
    }

    /** The backing services, and the real files beside the checkout where they are and nobody named others. */
    private static Map<String, String> environment(LocalStack stack) {
        var environment = new HashMap<>(stack.environmentOfTests());
        environment.putIfAbsent("DATAKADE_TEST_AOT", PREPARED);
        var data = Checkout.root().resolveSibling("shared").resolve("data");
        if (Files.isDirectory(data) && System.getenv("DATAKADE_TEST_DATA") == null) {
            environment.put("DATAKADE_TEST_DATA", data.toString());
        }
        return environment;
    }
}
