package nl.datakade.cli.stack;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import nl.datakade.cli.console.ConsoleProgress;
import nl.datakade.client.Client;
import nl.datakade.client.Platform;
import nl.datakade.client.Somebody;
import nl.datakade.local.ProcessStatus;
import nl.datakade.local.Progress;
import nl.datakade.local.TemporaryStack;

/** A platform on free ports beside whatever runs, with nothing in it; gone when closed. */
public final class TemporarySystem implements AutoCloseable {
    private final TemporaryStack backing;
    private final LocalSystem system;

    private TemporarySystem(TemporaryStack backing, Map<String, String> settings) {
        this.backing = backing;
        this.system = LocalSystem.on(backing.stack(), settings);
    }

    /** With these services, or with all when none is named. */
    public static TemporarySystem start(PrintWriter out, String... services) {
        return start(out, Map.of(), services);
    }

    /**
     * The same with settings of its own.
     *
     * @param settings environment variables for every service, over the usual ones
     */
    public static TemporarySystem start(PrintWriter out, Map<String, String> settings, String... services) {
        var progress = new ConsoleProgress(out);
        var temporary = new TemporarySystem(TemporaryStack.start(progress), settings);
        temporary.system.start(
                Service.ALL.stream()
                        .filter(service ->
                                services.length == 0 || Arrays.asList(services).contains(service.name()))
                        .toList(),
                progress);
        return temporary;
    }

    /** Ends a process as the kernel would, in the middle of whatever it does, and starts it again. */
    public void killAndStart(String process) {
        system.process(process).kill();
        system.start(
                Service.ALL.stream().filter(each -> each.name().equals(process)).toList(), Progress.SILENT);
    }

    public Client client() {
        return Client.of(platform(), new Somebody.User("admin"));
    }

    public Platform platform() {
        var stack = backing.stack();
        return new Platform(Map.of(), stack.ports(), stack.secrets());
    }

    /** What a supplier has in the environment who sends files for a department. */
    public Map<String, String> environmentOfSupplier(String department) {
        var stack = backing.stack();
        String clientId = "department-" + department;
        return Map.of(
                "DATAKADE_INGEST_URL",
                "http://localhost:" + stack.ports().of("ingest"),
                "DATAKADE_ISSUER",
                "http://localhost:" + stack.ports().of("keycloak") + "/realms/datakade",
                "DATAKADE_CLIENT_ID",
                clientId,
                "DATAKADE_CLIENT_SECRET",
                stack.secrets().ofClient(clientId));
    }

    public Map<String, String> environment() {
        return backing.stack().environment("ingest");
    }

    public Path folder() {
        return backing.stack().state().resolve("bench");
    }

    public long residentMebibytes() {
        return system.status().stream().mapToLong(ProcessStatus::residentBytes).sum() >> 20;
    }

    @Override
    public void close() {
        backing.close();
    }
}
