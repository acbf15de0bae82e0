package nl.datakade.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.datakade.cli.SystemUnderTest;
import nl.datakade.cli.receipt.VerifyCommand;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import nl.datakade.client.Refusal;
import nl.datakade.client.Somebody;
import nl.datakade.client.Unreachable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/**
 * Departments send files, and their sensors observations, without pause while ingest and everything under it is killed, one
 * after the other. Each sender says the same until it has its answer; afterwards everything that was received is there, once.
 */
class CrashMatrixIT {

    private static final List<String> VICTIMS = List.of("ingest", "s3", "postgres", "kafka", "ingest", "s3", "kafka");
    private static final List<String> DEPARTMENTS = List.of("groen", "parkeren", "mobiliteit", "verlichting");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Between two files of a sender: enough of them under way at every kill, and no more than are soon read. */
    private static final Duration PACE = Duration.ofMillis(400);

    private static final int A_REQUEST = 20;

    /** Of each sender, however fast everything is killed and back: together more files than there are victims. */
    private static final int AT_LEAST = 2;

    private final Client admin = SystemUnderTest.client();
    private final AtomicBoolean enough = new AtomicBoolean();

    @TempDir
    private Path folder;

    private record Received(Path file, JsonNode receipt) {}

    private record Sent(List<Received> files, Map<String, Long> observations) {}

    @Test
    void whateverIsKilledUnderLoadEverythingIsThereOnceAfterwards() throws IOException {
        var sent = sentWhileKilling();
        var received = sent.files();
        sent.observations().forEach(this::assertInOnce);

        assertThat(received).hasSizeGreaterThan(VICTIMS.size());
        assertThat(received.stream().map(one -> one.receipt().path("deliveryId").asString()))
                .doesNotHaveDuplicates();
        settled();
        DoctorCommand.repair(admin);
        settled();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> { // what was repaired is announced a moment later
                            var found = DoctorCommand.check(admin, true).json();
                            assertThat(found.path("imbalances"))
                                    .as(found.toPrettyString())
                                    .isEmpty();
                        });
        var balance = DoctorCommand.check(admin, true).json();
        var counts = balance.path("counts");
        assertThat(List.of("versions", "objects", "announced", "hashed"))
                .allSatisfy(kind -> assertThat(counts.path(kind).asLong())
                        .as(kind)
                        .isEqualTo(counts.path("deliveries").asLong()));
        for (var department : DEPARTMENTS) {
            assertThat(deliveries(department, "").path("total").asLong())
                    .as("deliveries of %s", department)
                    .isEqualTo(received.stream()
                            .filter(one ->
                                    one.receipt().path("dataset").asString().equals(dataset(department)))
                            .count());
        }
        assertReceipts(received);
    }

    /** Each sender sends its next file, or its next observations, when it has the answer to those before. */
    private Sent sentWhileKilling() {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var files = DEPARTMENTS.stream()
                    .map(department -> CompletableFuture.supplyAsync(() -> sent(department), senders))
                    .toList();
            var observations = DEPARTMENTS.stream()
                    .collect(Collectors.toMap(
                            department -> department,
                            department -> CompletableFuture.supplyAsync(() -> observed(department), senders)));
            try {
                VICTIMS.forEach(SystemUnderTest.system()::killAndStart);
            } finally {
                enough.set(true);
            }
            return new Sent(
                    files.stream().flatMap(one -> one.join().stream()).toList(),
                    observations.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, one -> one.getValue().join())));
        }
    }

    /** How many observations were acknowledged. */
    private long observed(String department) {
        var client = admin.as(new Somebody.Department(department));
        int requests = 0;
        while (!enough.get()) {
            int number = requests++;
            await().atMost(PATIENCE)
                    .pollDelay(PACE)
                    .pollInterval(PACE)
                    .until(() -> tried(() -> observed(client, department, number)), Answer::isSuccess);
        }
        return (long) requests * A_REQUEST;
    }

    private static Answer observed(Client client, String department, int number) {
        var lines = IntStream.range(0, A_REQUEST)
                .mapToObj(line -> "{\"id\":\"%1$d-%2$d\",\"nummer\":%1$d}%n".formatted(number, line))
                .collect(Collectors.joining());
        return client.sendOnce(
                "POST",
                observations(department),
                BodyPublishers.ofString(lines),
                "Content-Type",
                "application/x-ndjson",
                "Idempotency-Key",
                "waarneming-%s-%d".formatted(department, number));
    }

    /** They landed, and are the rows of the last version: as many as were acknowledged, neither fewer nor more. */
    private void assertInOnce(String department, long observations) {
        var stream = await().atMost(PATIENCE)
                .ignoreException(Refusal.class)
                .until(
                        () -> admin.get(observations(department)).required().json(),
                        found -> found.path("observations").asLong() >= observations);
        assertThat(stream.path("observations").asLong())
                .as("observations of %s", department)
                .isEqualTo(observations);
        var last = admin.get(stream.path("links").path("delivery").asString())
                .required()
                .json();
        assertThat(last.path("tables").path(0).path("rows").asLong())
                .as("rows of the last version of %s", department)
                .isEqualTo(observations);
    }

    private List<Received> sent(String department) {
        var client = admin.as(new Somebody.Department(department));
        var received = new ArrayList<Received>();
        while (!enough.get() || received.size() < AT_LEAST) {
            received.add(sent(client, department, received.size()));
        }
        return received;
    }

    private Received sent(Client client, String department, int number) {
        var file = written(department, number);
        var answer = await().atMost(PATIENCE)
                .pollDelay(PACE)
                .pollInterval(PACE)
                .until(() -> tried(() -> pushed(client, department, number, file)), Answer::isSuccess);
        return new Received(file, answer.json());
    }

    private static Answer pushed(Client client, String department, int number, Path file) throws IOException {
        return client.sendOnce(
                "POST",
                "/ingest/v1/datasets/%s/deliveries".formatted(dataset(department)),
                BodyPublishers.ofFile(file),
                "Content-Type",
                "text/csv",
                "Idempotency-Key",
                "%s-%d".formatted(department, number));
    }

    private static Answer tried(Callable<Answer> sending) throws Exception {
        try {
            return sending.call();
        } catch (Unreachable | Refusal away) {
            return new Answer(503, HttpHeaders.of(Map.of(), (_, _) -> true), "");
        }
    }

    private Path written(String department, int number) {
        var rows = new StringBuilder("nummer;waarde\n");
        IntStream.range(0, 50)
                .forEach(row -> rows.append(row).append(';').append(number).append('\n'));
        try {
            return Files.writeString(folder.resolve(department + "-" + number + ".csv"), rows, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything was read. */
    private void settled() {
        for (var department : DEPARTMENTS) {
            for (var state : Set.of("LANDED", "READING")) {
                await().atMost(PATIENCE)
                        .ignoreException(Refusal.class) // Keycloak's first look at a database that came back fails
                        .until(() -> deliveries(department, "&state=" + state)
                                        .path("total")
                                        .asLong()
                                == 0);
            }
            assertThat(deliveries(department, "&state=FAILED").path("items")).isEmpty();
        }
    }

    private JsonNode deliveries(String department, String filter) {
        return admin.get("/ingest/v1/deliveries?dataset=" + dataset(department) + filter)
                .required()
                .json();
    }

    private void assertReceipts(List<Received> received) throws IOException {
        var keys = Files.writeString(
                folder.resolve("keys.json"),
                admin.get("/ingest/v1/receipt-keys").required().text());
        var receipt = folder.resolve("receipt.jws");
        for (var one : received) {
            var id = one.receipt().path("deliveryId").asString();
            Files.writeString(
                    receipt,
                    admin.get("/ingest/v1/deliveries/" + id + "/receipt")
                            .required()
                            .text());
            assertThat(new CommandLine(new VerifyCommand())
                            .execute(receipt.toString(), one.file().toString(), "--keys", keys.toString()))
                    .as("receipt of %s", one.file())
                    .isZero();
        }
    }

    private static String observations(String department) {
        return "/ingest/v1/datasets/sensoren-onder-vuur-%s/observations".formatted(department);
    }

    private static String dataset(String department) {
        return "onder-vuur-" + department;
    }
}
