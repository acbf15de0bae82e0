package nl.datakade.cli.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import nl.datakade.cli.console.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "reset",
        description = "Stop everything and delete all data, logs and secrets; programs stay unpacked.",
        mixinStandardHelpOptions = true)
public final class ResetCommand implements Callable<Integer> {

    /** What a stack writes, as against the programs it runs from. */
    private static final List<String> WRITTEN = List.of(
            "data",
            "work",
            "logs",
            "run",
            "secrets.properties",
            "tokens.properties",
            "login.properties",
            "ports.properties");

    @Spec
    private CommandSpec spec;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @SuppressWarnings("NullAway.Init")
    public ResetCommand() {}

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var system = LocalSystem.here();
        var state = system.stack().state();
        if (!yes && !isAgreed(state)) {
            out.println("Nothing was deleted.");
            return 1;
        }
        system.stop(new ConsoleProgress(out));
        WRITTEN.forEach(name -> Staging.delete(state.resolve(name)));
        out.println("All data, logs and secrets are deleted; ./datakade up starts with nothing.");
        return 0;
    }

    private boolean isAgreed(Path state) throws IOException {
        var out = spec.commandLine().getOut();
        out.printf("This deletes every dataset, delivery, grant and log under %s. Type yes to go on: ", state);
        out.flush();
        var answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).equals("yes");
    }
}
