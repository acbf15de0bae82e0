package nl.datakade.cli.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.cli.build.Module;
import nl.datakade.local.Checkout;
import nl.datakade.local.Machine;
import nl.datakade.local.StackProblem;

/**
 * A program in a module's jar, run in a process of its own on this one's streams and in its folder. It is staged, so
 * that a build beside it does not remove its files.
 *
 * @param heapMiB what it may use; native engines come on top
 */
public record StagedProgram(String name, Module module, int heapMiB) {

    /** Runs what the jar holds without extracting it, which takes Spring's classes in the jar. */
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    /** Runs the program to its end and answers its exit code. */
    public int run(String mainClass, List<String> arguments) {
        var jar = new Staging(Checkout.root(), Checkout.state().resolve("programs")).copy(name, module);
        var command = new ArrayList<>(List.of(
                Machine.java(),
                "-Xmx" + heapMiB + "m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC",
                "-Dloader.main=" + mainClass,
                "-cp",
                jar.toString(),
                LAUNCHER));
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
