package nl.datakade.cli.stack;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.datakade.local.ProcessStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "logs", description = "Print the log of a process.", mixinStandardHelpOptions = true)
public final class LogsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SERVICE", description = "A name that ./datakade status shows.")
    private String service;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on printing what is added.")
    private boolean follow;

    @SuppressWarnings("NullAway.Init")
    public LogsCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        var system = LocalSystem.here();
        var known = system.status().stream().map(ProcessStatus::name).toList();
        if (!known.contains(service)) {
            throw new ParameterException(
                    spec.commandLine(), "There is no process %s; there are %s.".formatted(service, listed(known)));
        }
        var log = system.process(service).log();
        if (!Files.exists(log)) {
            spec.commandLine().getErr().println("%s has not been started yet.".formatted(service));
            return 1;
        }
        print(log, system.stack().state().resolve("logs"));
        return 0;
    }

    private void print(Path log, Path folder) throws IOException, InterruptedException {
        try (var channel = FileChannel.open(log);
                var watch = log.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_MODIFY);
            var in = Channels.newInputStream(channel);
            in.transferTo(System.out);
            while (follow) {
                var key = watch.take();
                key.pollEvents();
                key.reset();
                in.transferTo(System.out);
                System.out.flush();
            }
        }
        System.out.flush();
    }

    private static String listed(List<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }
}
