package nl.datakade.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the four share: where they are, on which ports, with which secrets. */
record StackContext(Path checkout, Path state, Ports ports, Secrets secrets, boolean temporary) {

    Distribution distribution() {
        return new Distribution(checkout);
    }

    Path data(String name) {
        return state.resolve("data").resolve(name);
    }

    List<String> java(String process, int heapMiB) {
        return List.of(
                Machine.java(),
                "-Xms32m",
                "-Xmx" + heapMiB + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TrimNativeHeapInterval=5000",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ReservedCodeCacheSize=64m",
                "-Ddatakade.process=" + process,
                "-Duser.language=en",
                "-Duser.country=US",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    /** Runs a step to its end; when it fails the log says why. */
    void run(String name, List<String> command) throws IOException {
        var log = state.resolve("logs").resolve(name + ".log");
        Files.createDirectories(log.getParent());
        var exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .onExit()
                .join()
                .exitValue();
        if (exit != 0) {
            throw new StackProblem("%s failed (exit %d); its log is %s.".formatted(name, exit, log));
        }
    }
}
