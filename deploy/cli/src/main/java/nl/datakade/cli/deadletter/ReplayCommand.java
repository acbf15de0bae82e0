package nl.datakade.cli.deadletter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.datakade.client.Client;
import nl.datakade.client.Platform;
import nl.datakade.client.Somebody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = {
            "Hand a service once more the events that it could not take in.",
            "Fix the cause first: what fails again stays set aside."
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
        var outcome = admin.post("/%s/v1/dead-letters/%s/replays".formatted(service, topic), Map.of())
                .required()
                .json();
        int taken = outcome.path("events").asInt();
        int failed = outcome.path("failed").asInt();
        if (taken + failed == 0) {
            return "Nothing of %s waits that %s put aside.".formatted(topic, service);
        }
        return "%s took in %d of %d events of %s%s."
                .formatted(service, taken, taken + failed, topic, failed == 0 ? "" : "; the rest stays aside");
    }
}
