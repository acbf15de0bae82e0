package nl.datakade.cli.deadletter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.datakade.cli.api.Client;
import nl.datakade.cli.api.Platform;
import nl.datakade.cli.api.Somebody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = {
            "Send events that a service could not take in back to their topic, once.",
            "Mend the cause first: what fails again is put aside again."
        },
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {

    private static final List<String> SERVICES = List.of("ingest", "catalog", "quality", "access");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TOPIC", description = "The topic they came from, such as datakade.ingest.version.")
    private String topic;

    @Option(
            names = "--service",
            required = true,
            paramLabel = "NAME",
            description = "Which service put them aside: ingest, catalog, quality or access.")
    private String service;

    @SuppressWarnings("NullAway.Init")
    public ReplayCommand() {}

    @Override
    public Integer call() {
        if (!SERVICES.contains(service)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "No service is called %s; it is one of %s.".formatted(service, String.join(", ", SERVICES)));
        }
        var admin = Client.of(Platform.here(), new Somebody.User("admin"));
        spec.commandLine().getOut().println(replay(admin, service, topic));
        return 0;
    }

    /** What came of it, in a sentence. */
    public static String replay(Client admin, String service, String topic) {
        int events = admin.post("/%s/v1/dead-letters/%s/replays".formatted(service, topic), Map.of())
                .required()
                .json()
                .path("events")
                .asInt();
        return switch (events) {
            case 0 -> "Nothing that %s put aside waits to go back to %s.".formatted(service, topic);
            case 1 -> "1 event went back to %s.".formatted(topic);
            default -> "%d events went back to %s.".formatted(events, topic);
        };
    }
}
