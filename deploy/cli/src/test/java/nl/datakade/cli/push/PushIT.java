package nl.datakade.cli.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.datakade.cli.SystemUnderTest;
import nl.datakade.cli.receipt.VerifyCommand;
import nl.datakade.cli.stack.TemporarySystem;
import nl.datakade.client.Client;
import nl.datakade.client.Somebody;
import nl.datakade.local.Machine;
import nl.datakade.local.Sha256;
import nl.datakade.push.Delivery;
import nl.datakade.push.PushCommand;
import nl.datakade.push.ResumableSend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Files pushed to the service as it is shipped, with either end killed on the way. */
class PushIT {
    private static final int MIB = 1 << 20;

    private final TemporarySystem system = SystemUnderTest.system();

    @TempDir
    private Path folder;

    @Test
    void goesOnByItselfWhenThePlatformIsKilled() throws Exception {
        Path file = noise("groot.bin", 48 * MIB);
        var position = new AtomicLong();
        var send = ResumableSend.of(
                new Delivery(file, "groot-bestand", "groen", null),
                Sha256.of(file),
                groen(),
                folder.resolve("notes"),
                position::set);

        var answer = CompletableFuture.supplyAsync(send::send);
        await().atMost(Duration.ofMinutes(1)).until(() -> position.get() > 30 * MIB);
        system.killAndStart("ingest");

        var receipt = answer.get(2, TimeUnit.MINUTES).required().json();
        assertThat(receipt.path("sha256").asString()).isEqualTo(Sha256.hex(file));
        assertThat(send.bytesSent()).isLessThan(2L * 48 * MIB);
    }

    @Test
    void aSupplierSendsWithTheJarAloneAndGoesOnAfterBeingKilled() throws Exception {
        Path jar = jar();
        Path file = noise("leverancier.bin", 160 * MIB);
        var first = supplier(jar, file, "--dataset", "van-leverancier", "--department", "groen");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !first.isAlive() || lines().stream().anyMatch(line -> line.startsWith(" 20%")));
        first.destroyForcibly().onExit().join();

        var second = supplier(
                jar,
                file,
                "--dataset",
                "van-leverancier",
                "--department",
                "groen",
                "--receipts",
                folder.resolve("receipts").toString());
        assertThat(second.waitFor()).as(lines().toString()).isZero();
        assertThat(lines())
                .filteredOn(line -> line.contains("%  "))
                .first()
                .asString()
                .doesNotStartWith("  0%");

        Path receipt;
        try (var kept = Files.list(folder.resolve("receipts"))) {
            receipt = kept.findFirst().orElseThrow();
        }
        Path keys = Files.writeString(
                folder.resolve("keys.json"),
                groen().get("/ingest/v1/receipt-keys").text());
        assertThat(verify(receipt, file, keys)).isZero();
        assertThat(verify(receipt, noise("ander.bin", 10), keys)).isEqualTo(3);
        String changed = Files.readString(receipt);
        int middle = changed.indexOf('.') + 20;
        char other = changed.charAt(middle) == 'A' ? 'B' : 'A';
        Files.writeString(receipt, changed.substring(0, middle) + other + changed.substring(middle + 1));
        assertThat(verify(receipt, file, keys)).isEqualTo(3);
    }

    @Test
    void aFolderAndAListGoAtOnce() throws Exception {
        Path many = Files.createDirectories(folder.resolve("veel"));
        Files.writeString(many.resolve("Bomen 2026.csv"), "soort;aantal\nlinde;3\n");
        Files.writeString(many.resolve("Perken.csv"), "soort;aantal\nroos;4\n");
        Path list = Files.writeString(folder.resolve("lijst.yaml"), """
                - file: veel/Bomen 2026.csv
                  dataset: bomen-van-de-lijst
                """);

        var process = supplier(jar(), many, "--manifest", list.toString(), "--department", "groen");

        assertThat(process.waitFor()).as(lines().toString()).isZero();
        for (String dataset : List.of("bomen-2026", "perken", "bomen-van-de-lijst")) {
            assertThat(groen().get("/ingest/v1/deliveries?dataset=" + dataset)
                            .json()
                            .path("total")
                            .asInt())
                    .as(dataset)
                    .isEqualTo(1);
        }
    }

    @Test
    void whoMayNotSendIsToldSo() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "a;b\n1;2\n");

        var process = supplier(jar(), file, "--dataset", "niet-van-groen", "--department", "mobiliteit");

        assertThat(process.waitFor()).as(lines().toString()).isEqualTo(3);
    }

    private Path jar() throws Exception {
        Path jar = folder.resolve("push.jar");
        assertThat(new CommandLine(new PushCommand()).execute("--jar", jar.toString()))
                .isZero();
        return jar;
    }

    /** Another machine: only its own environment, another folder. */
    private Process supplier(Path jar, Path what, String... options) throws Exception {
        var command = new ArrayList<>(
                List.of(Machine.java(), "-Xmx128m", "-jar", jar.toString(), what.toString(), "--pieces-above", "1"));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile());
        builder.environment().clear();
        builder.environment().putAll(system.environmentOfSupplier("groen"));
        builder.environment().put("XDG_CACHE_HOME", folder.toString());
        return builder.start();
    }

    private List<String> lines() throws Exception {
        return Files.readAllLines(folder.resolve("out.txt"));
    }

    private static int verify(Path receipt, Path file, Path keys) {
        return new CommandLine(new VerifyCommand())
                .execute(receipt.toString(), file.toString(), "--keys", keys.toString());
    }

    private Path noise(String name, int size) throws Exception {
        var bytes = new byte[size];
        new Random().nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    private Client groen() {
        return system.client().as(new Somebody.Department("groen"));
    }
}
