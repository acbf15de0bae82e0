package nl.datakade.access.relation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.folder.InstanceFolder;
import nl.datakade.platform.worker.WorkerOutcome;
import nl.datakade.platform.worker.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** Fetches the raw tables of a dataset, has a worker write the snapshot, and removes the raw tables again. */
final class SnapshotBuild {

    private static final Logger log = LoggerFactory.getLogger(SnapshotBuild.class);
    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final RawObjects objects;
    private final Workers builders;
    private final Path folder;
    private final RelationBounds bounds;
    private final SecureRandom random = new SecureRandom();

    SnapshotBuild(RawObjects objects, Workers builders, Path folder, RelationBounds bounds) {
        this.objects = objects;
        this.builders = builders;
        this.folder = folder;
        this.bounds = bounds;
    }

    Snapshot of(GovernedDataset dataset, byte[] pseudonymKey, Instant now) throws IOException {
        InstanceFolder.createPrivate(folder);
        var raw = Files.createTempDirectory(folder, "raw-");
        var file = Files.createTempFile(folder, "snapshot-", ".db");
        try {
            Files.delete(file);
            var key = newKey();
            write(dataset, pseudonymKey, raw, file, key);
            return new Snapshot(file, key, dataset, now);
        } catch (RuntimeException | IOException e) {
            Files.deleteIfExists(file);
            throw e;
        } finally {
            FileSystemUtils.deleteRecursively(raw);
        }
    }

    private void write(GovernedDataset dataset, byte[] pseudonymKey, Path raw, Path file, String key)
            throws IOException {
        var script = new SnapshotScript(dataset, fetched(dataset, raw), pseudonymKey);
        var order = new BuildTask.Order(file.toString(), key, bounds.engineMegabytes(), script.statements());
        long begun = System.nanoTime();
        try (var call = builders.call(
                BuildTask.class, JSON.writeValueAsString(order).getBytes(StandardCharsets.UTF_8), BOUND)) {
            var outcome = call.outcome();
            if (!(outcome instanceof WorkerOutcome.Completed)) {
                log.warn("Snapshot of {} version {} failed: {}", dataset.schema(), dataset.version(), kind(outcome));
                throw new SnapshotUnavailable(dataset.schema(), kind(outcome));
            }
        }
        log.info(
                "Snapshot of {} version {} built in {} ms",
                dataset.schema(),
                dataset.version(),
                (System.nanoTime() - begun) / 1_000_000);
    }

    /** What went wrong, without the engine's words: they may quote rows. */
    private static String kind(WorkerOutcome outcome) {
        return switch (outcome) {
            case WorkerOutcome.Completed _ -> "completed";
            case WorkerOutcome.Failed failed
            when failed.exception().equals(FilterMisfit.class.getName()) ->
                "the filter of its policy does not fit the columns; the data owner has to set another";
            case WorkerOutcome.Failed failed -> "failed: " + failed.exception();
            case WorkerOutcome.OutOfMemory _ -> "out of memory";
            case WorkerOutcome.TimedOut _ -> "took too long";
            case WorkerOutcome.Crashed crashed -> "crashed with status " + crashed.exitStatus();
            case WorkerOutcome.Cancelled _ -> "cancelled";
        };
    }

    private Map<String, Path> fetched(GovernedDataset dataset, Path raw) throws IOException {
        var files = new HashMap<String, Path>();
        for (var table : dataset.tables()) {
            for (var part : table.parts()) {
                var file = raw.resolve(files.size() + ".parquet");
                fetch(part, file);
                files.put(part.key(), file);
            }
        }
        return files;
    }

    private void fetch(VersionState.Part part, Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(objects.open(part.key()), digest)) {
                Files.copy(in, file);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
                throw new IOException("An object differs from its recorded SHA-256");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String newKey() {
        var key = new byte[32];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
