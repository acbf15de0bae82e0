package nl.datakade.cli.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.local.Checkout;
import nl.datakade.local.Machine;
import nl.datakade.local.StackProblem;

/**
 * A program in a service's jar, run in a process of its own on this one's streams and in its folder. It is staged apart
 * from the services, so that what runs keeps its files.
 */
public final class StagedProgram {

    private final Service service;
    private final int heapMiB;

    private StagedProgram(Service service, int heapMiB) {
        this.service = service;
        this.heapMiB = heapMiB;
    }

    public static StagedProgram of(String service, int heapMiB) {
        return new StagedProgram(
                Service.ALL.stream()
                        .filter(known -> known.name().equals(service))
                        .findFirst()
                        .orElseThrow(),
                heapMiB);
    }

    /** Runs the program to its end and answers its exit code. */
    public int run(String mainClass, List<String> arguments) {
        var folder = new Staging(Checkout.root(), Checkout.state().resolve("programs")).stage(service);
        var command = new ArrayList<>(List.of(
                Machine.java(),
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC",
                "-cp",
                folder.resolve(Staging.JAR).toString(),
                mainClass));
        command.addAll(arguments);
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-program"));
            return process.onExit().join().exitValue();
        } catch (IOException e) {
            throw new StackProblem("%s cannot be started: %s.".formatted(mainClass, e.getMessage()), e);
        }
    }
}
