package nl.datakade.cli.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nl.datakade.local.StackProblem;

/** Maven in the checkout: the one on the path if it is recent enough, else the wrapper. */
final class Maven {

    private static final Pattern VERSION = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)\\.(\\d+)");

    /** Maven's own libraries use what a JDK 25 warns of. */
    private static final String QUIET = "--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED";

    private final Path checkout;

    Maven(Path checkout) {
        this.checkout = checkout;
    }

    /** Runs it in batch mode and returns its exit code; every line it prints is heard. */
    int run(List<String> arguments, Map<String, String> environment, Consumer<String> line) {
        var command = new ArrayList<>(List.of(program(), "-B", "-ntp"));
        command.addAll(arguments);
        try {
            var builder = new ProcessBuilder(command)
                    .directory(checkout.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile());
            builder.environment().putAll(environment);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().merge("MAVEN_OPTS", QUIET, (given, quiet) -> quiet + " " + given);
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "end-maven"));
            try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
                reader.lines().forEach(line);
            }
            return process.onExit().join().exitValue();
        } catch (IOException e) {
            throw new StackProblem(
                    "Maven cannot be started: %s. Install Maven 3.8.6 or later, or use ./mvnw."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Maven and the JVMs of its tests do not outlive us. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private String program() {
        return isRecent() ? "mvn" : checkout.resolve("mvnw").toString();
    }

    private static boolean isRecent() {
        try {
            var process =
                    new ProcessBuilder("mvn", "-v").redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return isRecent(said);
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isRecent(String said) {
        var version = VERSION.matcher(said);
        if (!version.find()) {
            return false;
        }
        var number = 0;
        for (var group = 1; group <= 3; group++) {
            number = number * 1000 + Integer.parseInt(version.group(group));
        }
        return number >= 3_008_006;
    }
}
