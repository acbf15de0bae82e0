package nl.datakade.cli.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import nl.datakade.cli.build.Build;
import nl.datakade.cli.demo.Registrations;
import nl.datakade.cli.stack.TemporarySystem;
import nl.datakade.client.Answer;
import nl.datakade.local.Checkout;
import nl.datakade.local.Machine;
import nl.datakade.push.Waiting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many datasets a second are registered. */
@Command(
        name = "register",
        description = "Register datasets with somebody in each of the six roles, from one client and from several.",
        mixinStandardHelpOptions = true)
final class RegisterCommand implements Callable<Integer> {
    private static final int MEMORY_MIB = 1_800;
    private static final int WARM_UP = 200;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--registrations",
            defaultValue = "400",
            description = "How many for each number of clients (${DEFAULT-VALUE}).")
    private int registrations;

    @Option(names = "--clients", defaultValue = "1,8", split = ",", description = "Clients (${DEFAULT-VALUE}).")
    private List<Integer> clients = List.of();

    @Option(names = "--ask-keycloak", description = "Remember nothing of people, for comparison.")
    private boolean askKeycloak;

    private final AtomicInteger number = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    RegisterCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        new Build(out).ifStale();
        Machine.require(Checkout.state(), MEMORY_MIB, 2_000);
        try (var system = TemporarySystem.start(
                out, askKeycloak ? Map.of("DATAKADE_PEOPLE_OLDEST", "0s") : Map.of(), "catalog")) {
            var datasets = new Registrations(system.client());
            Waiting.until(
                    "the catalogue to know the departments",
                    Duration.ofMinutes(1),
                    () -> register(datasets),
                    Answer::isSuccess);
            seconds(datasets, 1, WARM_UP);
            for (int several : clients) {
                double seconds = seconds(datasets, several, registrations);
                out.printf(
                        Locale.ROOT,
                        "register  %d client(s): %,d datasets in %.1f s, %.1f a second%n",
                        several,
                        registrations,
                        seconds,
                        registrations / seconds);
                out.flush();
            }
        }
        return 0;
    }

    private double seconds(Registrations datasets, int several, int count) throws InterruptedException {
        long begin = System.nanoTime();
        try (var threads =
                Executors.newFixedThreadPool(several, Thread.ofVirtual().factory())) {
            var answers = new ArrayList<Future<?>>();
            for (int i = 0; i < count; i++) {
                answers.add(threads.submit(() -> register(datasets).required()));
            }
            for (var answer : answers) {
                answer.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A registration failed: " + e.getCause(), e);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private Answer register(Registrations datasets) {
        return datasets.register("bench-register-" + number.incrementAndGet(), IngestWay.DEPARTMENT);
    }
}
