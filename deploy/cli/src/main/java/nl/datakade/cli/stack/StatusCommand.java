package nl.datakade.cli.stack;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import nl.datakade.local.ProcessStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "status",
        description = "Show every process.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:Everything is up.", "1:Something is not."})
public final class StatusCommand implements Callable<Integer> {

    private static final double MIB = 1024.0 * 1024;

    /** What {@code --json} prints; pid is null for what does not run. */
    record Report(List<Entry> processes) {

        record Entry(
                String name,
                String state,
                String url,
                @Nullable Long pid,
                long residentBytes) {}

        static Report of(List<ProcessStatus> processes) {
            return new Report(processes.stream()
                    .map(process -> new Entry(
                            process.name(),
                            process.state().name().toLowerCase(Locale.ROOT),
                            process.url(),
                            process.pid() == 0 ? null : process.pid(),
                            process.residentBytes()))
                    .toList());
        }
    }

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @SuppressWarnings("NullAway.Init")
    public StatusCommand() {}

    @Override
    public Integer call() {
        var processes = LocalSystem.here().status();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(Report.of(processes)));
        } else {
            print(processes, out);
        }
        return processes.stream().allMatch(process -> process.state() == ProcessStatus.State.UP) ? 0 : 1;
    }

    private static void print(List<ProcessStatus> processes, PrintWriter out) {
        out.printf("%-10s %-9s %8s %10s  %s%n", "PROCESS", "STATE", "PID", "MEMORY", "ADDRESS");
        for (var process : processes) {
            out.printf(
                    Locale.ROOT,
                    "%-10s %-9s %8s %6.0f MiB  %s%n",
                    process.name(),
                    process.state().name().toLowerCase(Locale.ROOT),
                    process.pid() == 0 ? "-" : process.pid(),
                    process.residentBytes() / MIB,
                    process.url());
        }
        out.printf(
                Locale.ROOT,
                "%-10s %-9s %8s %6.0f MiB%n",
                "together",
                "",
                "",
                processes.stream().mapToLong(ProcessStatus::residentBytes).sum() / MIB);
    }
}
