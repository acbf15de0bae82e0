package nl.datakade.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.datakade.city.Registration;
import nl.datakade.client.Client;

/** Loads the whole city, a few datasets at a time, and says of each what became of it. */
public final class CityLoad {
    /** More would only queue for the same two cores. */
    private static final int AT_ONCE = 4;

    private final Client client;
    private final PrintWriter out;

    public CityLoad(Client client, PrintWriter out) {
        this.client = client;
        this.out = out;
    }

    /** What came in, and how long it took from the first push to the last score. */
    public record Loaded(List<DatasetLoad.Outcome> datasets, Duration took) {
        public long rows() {
            return datasets.stream().mapToLong(DatasetLoad.Outcome::rows).sum();
        }
    }

    public Loaded load(CityFiles files) throws IOException, InterruptedException {
        var steward = client.as("steward");
        var registering = new Registering(steward, new People(steward));
        var policies = new SettingPolicy(client);
        new Purposes(client.as("privacy")).enterAll();
        long begin = System.nanoTime();
        var outcomes = new ArrayList<DatasetLoad.Outcome>();
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var tasks = new ArrayList<Future<DatasetLoad.Outcome>>();
            for (Registration registration : files.registrations()) {
                var dataset = DatasetLoad.of(client, registering, registration, files.folder());
                tasks.add(threads.submit(() -> {
                    var outcome = dataset.load(files.versions(registration.name()));
                    print(outcome);
                    policies.set(registration, outcome.version());
                    return outcome;
                }));
            }
            for (var task : tasks) {
                outcomes.add(task.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("Loading the city stopped: " + e.getCause(), e);
        }
        long last =
                outcomes.stream().mapToLong(DatasetLoad.Outcome::scoredAt).max().orElse(begin);
        return new Loaded(List.copyOf(outcomes), Duration.ofNanos(last - begin));
    }

    private void print(DatasetLoad.Outcome outcome) {
        synchronized (out) {
            out.printf(
                    Locale.ROOT,
                    "  %-31s v%d  %,9d rows  %4d put aside  %-9s score %5.1f  %5.1f s%s%n",
                    outcome.dataset(),
                    outcome.version(),
                    outcome.rows(),
                    outcome.rejected(),
                    outcome.state().toLowerCase(Locale.ROOT).replace('_', ' '),
                    outcome.score(),
                    outcome.took().toMillis() / 1000.0,
                    outcome.rows() == outcome.expected()
                            ? ""
                            : String.format(Locale.ROOT, "  (the file holds %,d sound rows)", outcome.expected()));
            out.flush();
        }
    }
}
