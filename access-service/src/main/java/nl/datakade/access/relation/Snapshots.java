package nl.datakade.access.relation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import nl.datakade.access.key.Keyring;
import nl.datakade.access.turn.Asking;
import nl.datakade.access.turn.NoTurnException;
import nl.datakade.access.turn.Turns;
import nl.datakade.platform.problem.Problem;
import nl.datakade.platform.worker.WorkersBusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The snapshots there are, by what they show. Their keys live in this process only, and so do their files: they stand
 * in this instance's folder. One build of the same snapshot at a time.
 */
final class Snapshots {

    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final UUID ANY = new UUID(0, 0);

    private final SnapshotBuild build;
    private final Turns turns;
    private final Keyring keyring;
    private final RelationBounds bounds;
    private final Clock clock;
    private final Map<String, CompletableFuture<Snapshot>> snapshots = new ConcurrentHashMap<>();
    private final Set<Content> ended = ConcurrentHashMap.newKeySet();

    Snapshots(SnapshotBuild build, Turns turns, Keyring keyring, RelationBounds bounds, Clock clock) {
        this.build = build;
        this.turns = turns;
        this.keyring = keyring;
        this.bounds = bounds;
        this.clock = clock;
    }

    /** What snapshots are made of. */
    record Content(UUID dataset, int version) {}

    /** The snapshot of what may be seen, built when there is none; give it back after use. */
    Snapshot take(GovernedDataset dataset, Asking asking) {
        var address = address(dataset);
        while (true) {
            var mine = new CompletableFuture<Snapshot>();
            var found = snapshots.putIfAbsent(address, mine);
            if (found == null) {
                // in a thread of its own: others may wait for it when who asked first does not any more
                var _ = Thread.ofVirtual().start(() -> complete(address, mine, dataset, asking.person()));
            }
            var snapshot = asking.await(found == null ? mine : found);
            if (taken(address, snapshot)) {
                evict();
                return snapshot;
            }
        }
    }

    /** False when it was evicted in between. */
    private synchronized boolean taken(String address, Snapshot snapshot) {
        var present = snapshots.get(address);
        if (present == null || !isOf(present, snapshot)) {
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

    /** Removes one that cannot be used; the next who needs it has it built again. */
    synchronized void discard(Snapshot snapshot) {
        snapshots.values().removeIf(future -> isOf(future, snapshot));
        snapshot.delete();
    }

    /** Also one that is being built now, or is built later by who has not heard: it goes when it is given back. */
    void forget(UUID dataset, int version) {
        ended.add(new Content(dataset, version));
        evict();
    }

    long megabytes() {
        return kept().mapToLong(Snapshot::size).sum() >> 20;
    }

    /** Ends the future whatever happens: somebody waits for it. */
    private void complete(String address, CompletableFuture<Snapshot> future, GovernedDataset dataset, String person) {
        try (var _ = turns.take(new Asking(person))) {
            var pseudonyms = keyring.derive("pseudonym:1:" + dataset.purpose());
            future.complete(build.of(dataset, pseudonyms, clock.instant()));
        } catch (Problem | NoTurnException | WorkersBusyException e) {
            fail(address, future, e);
        } catch (RuntimeException | IOException e) {
            log.error("Snapshot of {} version {} failed", dataset.schema(), dataset.version(), e);
            fail(address, future, new SnapshotUnavailable(dataset.schema(), "its stored tables could not be read"));
        } catch (Error e) {
            fail(address, future, new SnapshotUnavailable(dataset.schema(), "the service is short of memory"));
            throw e;
        }
    }

    private void fail(String address, CompletableFuture<Snapshot> future, RuntimeException why) {
        snapshots.remove(address, future);
        future.completeExceptionally(why);
    }

    /** Two askers share a snapshot when nothing in it depends on who asks or what for. */
    private static String address(GovernedDataset dataset) {
        var shown = new GovernedDataset(
                dataset.datasetId(),
                dataset.schema(),
                dataset.version(),
                dataset.reading(),
                dataset.policyRevision(),
                dataset.tables(),
                dataset.usesPseudonyms() ? dataset.purpose() : ANY,
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
                snapshots.values().removeIf(future -> isOf(future, snapshot));
                snapshot.delete();
                size -= snapshot.size();
            }
        }
    }

    private static boolean isOf(CompletableFuture<Snapshot> future, Snapshot snapshot) {
        return future.state() == Future.State.SUCCESS && future.resultNow() == snapshot;
    }

    private java.util.stream.Stream<Snapshot> kept() {
        return snapshots.values().stream()
                .filter(future -> future.isDone() && !future.isCompletedExceptionally())
                .map(CompletableFuture::join);
    }
}
