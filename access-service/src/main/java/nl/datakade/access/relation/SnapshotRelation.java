package nl.datakade.access.relation;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.datakade.access.key.Keyring;
import nl.datakade.access.turn.Asking;
import nl.datakade.access.turn.CancelledException;
import nl.datakade.access.turn.Turns;
import nl.datakade.platform.folder.InstanceFolder;
import nl.datakade.platform.worker.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The governed relation on one machine: DuckDB in worker processes. */
public final class SnapshotRelation implements GovernedRelation, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SnapshotRelation.class);

    /** What reading a damaged file looks like, among other things. */
    private static final Set<QueryFailure.Kind> SUSPECT = Set.of(QueryFailure.Kind.ENGINE, QueryFailure.Kind.VALUE);

    private final InstanceFolder folder;
    private final Snapshots snapshots;
    private final Pool queries;
    private final AnswerSpools spools;
    private final RelationBounds bounds;

    /** Worker processes and the turns in which people have them. */
    public record Pool(Workers workers, Turns turns) {}

    /**
     * @param builders workers that see raw tables
     * @param queries workers that see askers' statements; never the same processes
     */
    public SnapshotRelation(
            RawObjects objects, Pool builders, Pool queries, Keyring keyring, RelationBounds bounds, Clock clock) {
        this.folder = InstanceFolder.createIn(bounds.directory());
        var build = new SnapshotBuild(objects, builders.workers(), folder.path().resolve("snapshots"), bounds);
        this.snapshots = new Snapshots(build, builders.turns(), keyring, bounds, clock);
        this.queries = queries;
        this.spools = new AnswerSpools(
                folder.path().resolve("answers"), bounds.answerMegabytes() << 20, bounds.answersMegabytes() << 20);
        this.bounds = bounds;
    }

    @Override
    public QueryStart query(GovernedQuery query, Asking asking) {
        try {
            var first = attempt(query, asking);
            if (!isSnapshot(first)) {
                return first;
            }
            // what it was made of is still there: made again, it opens
            var second = attempt(query, asking);
            if (isSnapshot(second)) {
                throw new SnapshotUnavailable(names(query), "it was made twice and could not be opened");
            }
            return second;
        } catch (CancelledException e) {
            return new QueryStart.Failed(QueryFailure.of(QueryFailure.Kind.CANCELLED));
        } catch (IOException e) {
            log.error("An answer cannot be kept in {}", folder.path(), e);
            return new QueryStart.Failed(QueryFailure.of(QueryFailure.Kind.ROOM));
        }
    }

    @Override
    public void forget(UUID dataset, int version) {
        snapshots.forget(dataset, version);
    }

    @Override
    public void close() {
        folder.close();
    }

    private static boolean isSnapshot(QueryStart start) {
        return start instanceof QueryStart.Failed failed && failed.failure().kind() == QueryFailure.Kind.SNAPSHOT;
    }

    private static String names(GovernedQuery query) {
        return query.datasets().stream().map(GovernedDataset::schema).collect(Collectors.joining(", "));
    }

    /** A snapshot that is not what was written is removed; the failure then is its, not the statement's. */
    private QueryStart attempt(GovernedQuery query, Asking asking) throws IOException {
        var taken = new ArrayList<Snapshot>();
        try {
            for (var dataset : query.datasets()) {
                taken.add(snapshots.take(dataset, asking));
            }
            var start = run(query, taken, asking);
            if (start instanceof QueryStart.Failed failed) {
                boolean unopened = isSnapshot(start);
                boolean suspect = SUSPECT.contains(failed.failure().kind());
                var damaged = taken.stream()
                        .filter(snapshot -> unopened || (suspect && !snapshot.isIntact()))
                        .toList();
                if (!damaged.isEmpty()) {
                    log.warn("Snapshots of {} cannot be used and are made again", names(query));
                    damaged.forEach(snapshots::discard);
                    return new QueryStart.Failed(QueryFailure.of(QueryFailure.Kind.SNAPSHOT));
                }
            }
            return start;
        } finally {
            snapshots.giveBack(taken);
        }
    }

    private QueryStart run(GovernedQuery query, List<Snapshot> taken, Asking asking) throws IOException {
        var order = new QueryTask.Order(
                taken.stream().map(Snapshot::order).toList(),
                query.sql(),
                query.format(),
                query.rowLimit() == null ? bounds.rowLimit() : query.rowLimit(),
                query.rowLimit() != null,
                bounds.engineMegabytes(),
                bounds.threads());
        try (var _ = queries.turns().take(asking)) {
            asking.requireWanted();
            return run(query, order, asking);
        }
    }

    private QueryStart run(GovernedQuery query, QueryTask.Order order, Asking asking) throws IOException {
        try (var call = queries.workers().call(QueryTask.class, QueryTask.bytes(order), bounds.timeout())) {
            asking.onCancel(call::cancel);
            return new AnswerReader(query.sql(), call, spools.open(), asking, bounds.rowLimit()).read();
        }
    }
}
