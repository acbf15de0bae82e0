package nl.datakade.cli.stack;

import java.util.List;
import nl.datakade.local.Checkout;
import nl.datakade.local.Launch;
import nl.datakade.local.Machine;
import nl.datakade.local.ManagedProcess;

/** Prepares the next start while nobody waits: one service after another, giving way to whatever else wants the machine. */
public final class Training {

    private static final String NAME = "train";

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

    /** Here and now. */
    static void train(LocalSystem system) {
        for (var service : Service.ALL) {
            var launch = system.launch(service);
            if (!launch.isTrained()) {
                var process = new ManagedProcess(system.stack().state(), NAME + "-" + service.name());
                process.start(launch.training());
                process.awaitEnd();
            }
        }
    }
}
