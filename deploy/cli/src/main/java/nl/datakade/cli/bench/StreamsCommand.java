package nl.datakade.cli.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import nl.datakade.city.Registration;
import nl.datakade.cli.build.Build;
import nl.datakade.cli.demo.OpenDataset;
import nl.datakade.cli.stack.TemporarySystem;
import nl.datakade.client.Somebody;
import nl.datakade.local.Checkout;
import nl.datakade.local.Machine;
import nl.datakade.push.Waiting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** From a sensor to an answer in SQL. */
@Command(
        name = "streams",
        description =
                "Send observations at a steady rate, kill ingest meanwhile, and ask for them in SQL through access: "
                        + "how many a second, how soon they are seen, how many are lost or doubled.",
        mixinStandardHelpOptions = true)
final class StreamsCommand implements Callable<Integer> {
    private static final String DATASET = "bench-streams";
    private static final int MEMORY_MIB = 3_500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE = 200_000_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rate", defaultValue = "2000", description = "Observations a second (${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--batch", defaultValue = "100", description = "Observations in a request (${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--senders", defaultValue = "4", description = "Requests under way (${DEFAULT-VALUE}).")
    private int senders;

    @Option(names = "--seconds", defaultValue = "60", description = "How long (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--kills", defaultValue = "1", description = "How often ingest is killed (${DEFAULT-VALUE}).")
    private int kills;

    @SuppressWarnings("NullAway.Init")
    StreamsCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        new Build(out).ifStale();
        Machine.require(Checkout.state(), MEMORY_MIB, 3_000);
        try (var system = TemporarySystem.start(out, "ingest", "catalog", "quality", "access")) {
            new IngestWay(system.client()).awaitDepartment();
            var sensors = new Sensors(
                    system.client().as(new Somebody.Department(IngestWay.DEPARTMENT)), DATASET, batch, rate);
            sensors.send(System.nanoTime(), System.nanoTime() + 1_000_000_000L);
            var dataset = new OpenDataset(system.client(), registration());
            dataset.open("select count(*) from bench_streams");
            out.println("the first observations can be queried");
            out.flush();
            measure(system, sensors, dataset, out);
        }
        return 0;
    }

    private void measure(TemporarySystem system, Sensors sensors, OpenDataset dataset, PrintWriter out)
            throws Exception {
        long already = sensors.sent();
        long begin = System.nanoTime() - (long) (already / (double) rate * 1e9);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = new ArrayList<Future<?>>();
            for (int sender = 0; sender < senders; sender++) {
                sending.add(threads.submit(() -> sensors.send(begin, end)));
            }
            var killing = threads.submit(() -> kill(system, end));
            var seen = watch(sensors, dataset, end, threads);
            for (var sender : sending) {
                sender.get();
            }
            double took = (System.nanoTime() - end) / 1e9 + seconds;
            killing.get();
            report(sensors, already, took, seen.get(), dataset, out);
        }
    }

    /** Evenly over the time. */
    private void kill(TemporarySystem system, long end) {
        long step = seconds * 1_000_000_000L / (kills + 1);
        for (int number = kills; number > 0; number--) {
            LockSupport.parkNanos(end - number * step - System.nanoTime());
            system.killAndStart("ingest");
        }
    }

    /** How long after its acknowledgement an observation is in an answer, one after the other. */
    private static Future<List<Double>> watch(Sensors sensors, OpenDataset dataset, long end, ExecutorService threads) {
        return threads.submit(() -> {
            var delays = new ArrayList<Double>();
            while (System.nanoTime() < end) {
                var mark = sensors.last();
                while (mark != null && highest(dataset) < mark.number()) {
                    LockSupport.parkNanos(PAUSE);
                }
                if (mark != null) {
                    delays.add((System.nanoTime() - mark.nanos()) / 1e9);
                }
            }
            return delays;
        });
    }

    private static double highest(OpenDataset dataset) {
        var answer = dataset.query("select max(nummer) from bench_streams").required();
        return answer.json().at("/rows/0/0").asDouble();
    }

    private void report(
            Sensors sensors, long already, double took, List<Double> delays, OpenDataset dataset, PrintWriter out) {
        long sent = sensors.sent();
        JsonNode row = Waiting.until(
                "all observations to be seen",
                PATIENCE,
                () -> dataset.query("select count(*), count(distinct id) from bench_streams")
                        .json()
                        .at("/rows/0"),
                counts -> counts.path(1).asLong() >= sent);
        Collections.sort(delays);
        out.printf(
                Locale.ROOT,
                "streams  %,d observations in requests of %d: %,.0f a second acknowledged over %.0f s; %d kills of ingest, "
                        + "%,d sent again%n",
                sent - already,
                batch,
                (sent - already) / took,
                took,
                kills,
                sensors.sentAgain());
        out.printf(
                Locale.ROOT,
                "seen     in SQL after the acknowledgement: median %.1f s, 90%% %.1f s, at most %.1f s (%d looks)%n",
                quantile(delays, 0.5),
                quantile(delays, 0.9),
                quantile(delays, 1),
                delays.size());
        out.printf(
                "balance  %,d sent, %,d rows, %,d different: %d lost, %d doubled%n",
                sent,
                row.path(0).asLong(),
                row.path(1).asLong(),
                sent - row.path(1).asLong(),
                row.path(0).asLong() - row.path(1).asLong());
        out.flush();
    }

    private static double quantile(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }

    private static Registration registration() {
        var dataset = JsonNodeFactory.instance.objectNode();
        dataset.put("title", "Waarnemingen van de meting");
        dataset.put("description", "Tellingen die een meting stuurt om te zien hoe snel ze te bevragen zijn.");
        dataset.put("department", IngestWay.DEPARTMENT);
        dataset.putArray("themes").add("TRAN");
        dataset.putArray("keywords").add("meting");
        dataset.putObject("classification").put("confidentiality", "PUBLIC").put("personalData", "NONE");
        dataset.put("license", "https://creativecommons.org/publicdomain/zero/1.0/");
        dataset.put("frequency", "MONTHLY");
        return new Registration(DATASET, dataset, "verkeersveiligheid", null);
    }
}
