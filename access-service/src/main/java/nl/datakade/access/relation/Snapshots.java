package nl.datakade.access.relation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import nl.datakade.access.key.Keyring;
import nl.datakade.access.key.PseudonymScope;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The snapshots there are, by what they show. Their keys live in this process only, so what an earlier process left
 * is unreadable and is removed. One build of the same snapshot at a time.
 */
final class Snapshots {

    private static final JsonMapper JSON = new JsonMapper();
    private static final PseudonymScope NONE = new PseudonymScope("");

    private final SnapshotBuild build;
    private final Keyring keyring;
    private final RelationBounds bounds;
    private final Clock clock;
    private final Map<String, CompletableFuture<Snapshot>> snapshots = new ConcurrentHashMap<>();
    private final Set<Content> ended = ConcurrentHashMap.newKeySet();

    Snapshots(SnapshotBuild build, Keyring keyring, RelationBounds bounds, Clock clock) {
        this.build = build;
        this.keyring = keyring;
        this.bounds = bounds;
        this.clock = clock;
        try {
            FileSystemUtils.deleteRecursively(bounds.directory());
            Files.createDirectories(bounds.directory());
        } catch (IOException e) {
            throw new UncheckedIOException("Snapshots cannot be kept in " + bounds.directory(), e);
        }
    }

    /** What snapshots are made of. */
    record Content(UUID dataset, int version) {}

    /** The snapshot of what may be seen, built when there is none; give it back after use. */
    Snapshot take(GovernedDataset dataset) {
        var address = address(dataset);
        while (true) {
            var mine = new CompletableFuture<Snapshot>();
            var found = snapshots.putIfAbsent(address, mine);
            if (found == null) {
                complete(address, mine, dataset);
            }
            var snapshot = await(found == null ? mine : found);
            if (taken(address, snapshot)) {
                evict();
                return snapshot;
            }
        }
    }

    /** False when it was evicted in between. */
    private synchronized boolean taken(String address, Snapshot snapshot) {
        var present = snapshots.get(address);
        if (present == null || present.getNow(null) != snapshot) {
            return false;
        }
        snapshot.take(clock.instant());
        return true;
    }

    void giveBack(List<Snapshot> taken) {
        taken.forEach(Snapshot::giveBack);
        if (taken.stream().anyMatch(snapshot -> ended.contains(snapshot.content()))) {
            evict();
        }
    }

    /** Also one that is being built now, or is built later by who has not heard: it goes when it is given back. */
    void forget(UUID dataset, int version) {
        ended.add(new Content(dataset, version));
        evict();
    }

    long megabytes() {
        return kept().mapToLong(Snapshot::size).sum() >> 20;
    }

    private void complete(String address, CompletableFuture<Snapshot> future, GovernedDataset dataset) {
        try {
            var pseudonyms = keyring.derive(dataset.pseudonyms().use());
            future.complete(build.of(dataset, pseudonyms, clock.instant()));
        } catch (RuntimeException e) {
            snapshots.remove(address, future);
            future.completeExceptionally(e);
        }
    }

    private static Snapshot await(CompletableFuture<Snapshot> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Two askers share a snapshot when nothing in it depends on who asks, or on the key of its pseudonyms. */
    private static String address(GovernedDataset dataset) {
        var shown = new GovernedDataset(
                dataset.datasetId(),
                dataset.schema(),
                dataset.version(),
                dataset.reading(),
                dataset.policyRevision(),
                dataset.tables(),
                dataset.usesPseudonyms() ? dataset.pseudonyms() : NONE,
                dataset.dependsOnAsker() ? new TreeSet<>(dataset.departments()) : Set.of());
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(JSON.writeValueAsString(shown).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void evict() {
        var old = clock.instant().minus(bounds.keepFor());
        long size = kept().mapToLong(Snapshot::size).sum();
        var oldestFirst = kept().sorted(Comparator.comparing(Snapshot::used)).toList();
        for (var snapshot : oldestFirst) {
            boolean goes = snapshot.used().isBefore(old)
                    || size >> 20 > bounds.keepMegabytes()
                    || ended.contains(snapshot.content());
            if (goes && !snapshot.inUse()) {
                snapshots.values().removeIf(future -> future.getNow(null) == snapshot);
                snapshot.delete();
                size -= snapshot.size();
            }
        }
    }

    private java.util.stream.Stream<Snapshot> kept() {
        return snapshots.values().stream()
                .filter(future -> future.isDone() && !future.isCompletedExceptionally())
                .map(CompletableFuture::join);
    }
}
