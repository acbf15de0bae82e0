package nl.datakade.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Properties;
import java.util.stream.Collectors;

/** On which ports the stack of a folder was last started. */
final class PortsFile {

    private final Path state;
    private final Path file;

    private PortsFile(Path state) {
        this.state = state;
        this.file = state.resolve("ports.properties");
    }

    static PortsFile in(Path state) {
        return new PortsFile(state);
    }

    /** While any of its processes runs, the ports of the running stack; else those wanted. */
    Ports whileRunning(Ports wanted) {
        return Files.exists(file) && runs() ? read() : wanted;
    }

    void write(Ports ports) {
        PrivateFiles.write(
                file,
                ports.byName().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private boolean runs() {
        return ManagedProcess.allIn(state).stream().anyMatch(ManagedProcess::isAlive);
    }

    private Ports read() {
        try {
            var kept = new Properties();
            kept.load(new StringReader(Files.readString(file)));
            var byName = new HashMap<String, Integer>();
            kept.forEach((name, port) -> byName.put((String) name, Integer.valueOf((String) port)));
            return Ports.of(byName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
