package nl.datakade.cli.stack;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.datakade.local.Checkout;
import nl.datakade.local.Launch;
import nl.datakade.local.Machine;

/** Prepares the next start while nobody waits: one service after another, giving way to whatever else wants the machine. */
public final class Training {

    private static final String NAME = "train";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Training() {}

    /** In a process of its own; does nothing when there is nothing to prepare. */
    public static void inBackground(LocalSystem system) {
        var process = system.process(NAME);
        if (process.isAlive()
                || Service.ALL.stream()
                        .allMatch(service -> system.launch(service).isTrained())) {
            return;
        }
        process.start(new Launch(List.of(
                "nice",
                "-n",
                "19",
                Machine.java(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-Ddatakade.home=" + Checkout.root(),
                "-cp",
                System.getProperty("java.class.path"),
                "nl.datakade.cli.Datakade",
                NAME)));
    }

    /** Gives up what is under way; a cache is there whole or not at all. */
    static void stop(LocalSystem system) {
        Stream.concat(Stream.of(NAME), Service.ALL.stream().map(Training::name))
                .map(system::process)
                .forEach(process -> process.stop("TERM", PATIENCE));
    }

    /** Here and now. */
    static void train(LocalSystem system) {
        for (var service : Service.ALL) {
            var launch = system.launch(service);
            if (!launch.isTrained()) {
                var process = system.process(name(service));
                process.start(launch.training());
                process.awaitEnd();
                launch.keepTraining();
            }
        }
    }

    private static String name(Service service) {
        return NAME + "-" + service.name();
    }
}
