package nl.datakade.access.relation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.datakade.access.key.Keyring;
import nl.datakade.platform.worker.WorkerCall;
import nl.datakade.platform.worker.Workers;

/** The governed relation on one machine: DuckDB in worker processes. */
public final class SnapshotRelation implements GovernedRelation {

    private final Snapshots snapshots;
    private final Workers queries;
    private final RelationBounds bounds;

    /**
     * @param builders workers that see raw tables
     * @param queries workers that see askers' statements; never the same processes
     */
    public SnapshotRelation(
            RawObjects objects,
            Workers builders,
            Workers queries,
            Keyring keyring,
            RelationBounds bounds,
            Clock clock) {
        this.snapshots = new Snapshots(new SnapshotBuild(objects, builders, bounds), keyring, bounds, clock);
        this.queries = queries;
        this.bounds = bounds;
    }

    @Override
    public QueryStart query(String sql, List<GovernedDataset> datasets, int rowLimit) {
        var taken = new ArrayList<Snapshot>();
        Runnable release = () -> snapshots.giveBack(taken);
        return Answer.start(sql, call(sql, datasets, rowLimit, taken, release), release);
    }

    @Override
    public void forget(UUID dataset, int version) {
        snapshots.forget(dataset, version);
    }

    private WorkerCall call(
            String sql, List<GovernedDataset> datasets, int rowLimit, List<Snapshot> taken, Runnable release) {
        try {
            datasets.forEach(dataset -> taken.add(snapshots.take(dataset)));
            var order = new QueryTask.Order(
                    taken.stream().map(Snapshot::order).toList(),
                    sql,
                    rowLimit,
                    bounds.engineMegabytes(),
                    bounds.threads());
            return queries.call(QueryTask.class, QueryTask.bytes(order), bounds.timeout());
        } catch (RuntimeException e) {
            release.run();
            throw e;
        }
    }
}
