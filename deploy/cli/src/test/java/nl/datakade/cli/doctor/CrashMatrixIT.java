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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import nl.datakade.cli.SystemUnderTest;
import nl.datakade.cli.api.Answer;
import nl.datakade.cli.api.Client;
import nl.datakade.cli.api.Refusal;
import nl.datakade.cli.api.Somebody;
import nl.datakade.cli.api.Unreachable;
import nl.datakade.cli.receipt.VerifyCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/**
 * Departments send without pause while ingest and everything under it is killed, one after the other. Each sender says
 * the same until it has its receipt; afterwards everything that was received is there, once.
 */
class CrashMatrixIT {

    private static final List<String> VICTIMS = List.of("ingest", "s3", "postgres", "kafka", "ingest", "s3", "kafka");
    private static final List<String> DEPARTMENTS = List.of("groen", "parkeren", "mobiliteit", "verlichting");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Between two files of a sender: enough of them under way at every kill, and no more than are soon read. */
    private static final Duration PACE = Duration.ofMillis(400);

    private final Client admin = SystemUnderTest.client();
    private final AtomicBoolean enough = new AtomicBoolean();

    @TempDir
    private Path folder;

    private record Received(Path file, JsonNode receipt) {}

    @Test
    void whateverIsKilledUnderLoadEverythingIsThereOnceAfterwards() throws IOException {
        var received = sentWhileKilling();

        assertThat(received).hasSizeGreaterThan(VICTIMS.size());
        assertThat(received.stream().map(one -> one.receipt().path("deliveryId").asString()))
                .doesNotHaveDuplicates();
        settled();
        DoctorCommand.repair(admin);
        settled();
        var balance = DoctorCommand.check(admin, true).json();
        assertThat(balance.path("imbalances")).as(balance.toPrettyString()).isEmpty();
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

    /** Each sender sends its next file when it has the receipt of the one before. */
    private List<Received> sentWhileKilling() {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = DEPARTMENTS.stream()
                    .map(department -> CompletableFuture.supplyAsync(() -> sent(department), senders))
                    .toList();
            try {
                VICTIMS.forEach(SystemUnderTest.system()::killAndStart);
            } finally {
                enough.set(true);
            }
            return sent.stream().flatMap(one -> one.join().stream()).toList();
        }
    }

    private List<Received> sent(String department) {
        var client = admin.as(new Somebody.Department(department));
        var received = new ArrayList<Received>();
        while (!enough.get()) {
            received.add(sent(client, department, received.size()));
        }
        return received;
    }

    private Received sent(Client client, String department, int number) {
        var file = written(department, number);
        var answer = await().atMost(PATIENCE)
                .pollDelay(PACE)
                .pollInterval(PACE)
                .until(() -> tried(client, department, number, file), Answer::isSuccess);
        return new Received(file, answer.json());
    }

    private static Answer tried(Client client, String department, int number, Path file) throws IOException {
        try {
            return client.sendOnce(
                    "POST",
                    "/ingest/v1/datasets/%s/deliveries".formatted(dataset(department)),
                    BodyPublishers.ofFile(file),
                    "Content-Type",
                    "text/csv",
                    "Idempotency-Key",
                    "%s-%d".formatted(department, number));
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

    private static String dataset(String department) {
        return "onder-vuur-" + department;
    }
}
