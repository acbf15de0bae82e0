package nl.datakade.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.datakade.city.DemoCity;
import nl.datakade.city.Registration;
import nl.datakade.city.Truth;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import nl.datakade.client.Somebody;
import nl.datakade.push.Delivery;
import nl.datakade.push.Waiting;
import tools.jackson.databind.JsonNode;

/** One dataset on its way in: every version pushed, read and scored; registered after the first. */
record DatasetLoad(Client department, Registering registering, Registration registration, Path folder) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<String> READ = Set.of("READ", "RELEASED", "HELD_BACK", "FAILED");

    /**
     * What the platform made of a dataset's last version.
     *
     * @param state of the delivery: released, held back or failed
     * @param scoredAt when, by {@link System#nanoTime()}
     * @param expected how many rows the file was written with that a careful reader takes over
     */
    record Outcome(
            String dataset,
            int version,
            String state,
            long rows,
            long rejected,
            double score,
            Duration took,
            long scoredAt,
            long expected) {}

    static DatasetLoad of(Client anybody, Registering registering, Registration registration, Path folder) {
        return new DatasetLoad(
                anybody.as(new Somebody.Department(registration.department())), registering, registration, folder);
    }

    Outcome load(List<Truth> versions) throws IOException {
        long begin = System.nanoTime();
        JsonNode delivery = push(versions.getFirst());
        registering.register(registration);
        delivery = read(delivery);
        for (Truth next : versions.subList(1, versions.size())) {
            delivery = read(push(next));
        }
        JsonNode score = score(delivery);
        JsonNode settled = settled(delivery);
        long end = System.nanoTime();
        return new Outcome(
                registration.name(),
                settled.path("version").asInt(),
                settled.path("state").asString(),
                sum(settled, "rows"),
                sum(settled, "rejectedRows"),
                score.path("score").asDouble(0),
                Duration.ofNanos(end - begin),
                end,
                versions.getLast().rows());
    }

    /** Sends a version, unless it came in an earlier run: sent again after its successor it would be a version of its own. */
    JsonNode push(Truth version) throws IOException {
        Answer earlier = department.get("/ingest/v1/deliveries?dataset=" + registration.name() + "&pageSize=100");
        for (JsonNode delivery : earlier.json().path("items")) {
            if (delivery.path("sha256").asString().equals(version.sha256())
                    && !delivery.path("state").asString().equals("FAILED")) {
                return delivery;
            }
        }
        return new Delivery(DemoCity.pathOf(folder, version), registration.name(), null, version.mediaType())
                .send(department, _ -> {})
                .required()
                .json();
    }

    JsonNode read(JsonNode delivery) {
        return waitFor(delivery, READ, "reading");
    }

    JsonNode settled(JsonNode delivery) {
        return waitFor(delivery, Set.of("RELEASED", "HELD_BACK", "FAILED"), "the verdict on");
    }

    private JsonNode waitFor(JsonNode delivery, Set<String> states, String what) {
        String self = delivery.path("links").path("self").asString();
        JsonNode reached = Waiting.until(
                what + " " + registration.name(),
                PATIENCE,
                () -> department.get(self).required().json(),
                answer -> states.contains(answer.path("state").asString()));
        if (reached.path("state").asString().equals("FAILED")) {
            throw new IllegalStateException("The delivery of %s failed: %s."
                    .formatted(registration.name(), reached.path("reason").asString("no reason given")));
        }
        return reached;
    }

    JsonNode score(JsonNode delivery) {
        String score = delivery.path("links").path("score").asString();
        return Waiting.until(
                        "the score of " + registration.name(),
                        PATIENCE,
                        () -> registering.steward().get(score),
                        answer -> answer.status() != 404)
                .required()
                .json();
    }

    private static long sum(JsonNode delivery, String field) {
        long sum = 0;
        for (JsonNode table : delivery.path("tables")) {
            sum += table.path(field).asLong(0);
        }
        return sum;
    }
}
