package nl.datakade.access.relation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.access.key.Keyring;
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
        try {
            datasets.forEach(dataset -> taken.add(snapshots.take(dataset)));
            var order = new QueryTask.Order(
                    taken.stream().map(Snapshot::order).toList(),
                    sql,
                    rowLimit,
                    bounds.engineMegabytes(),
                    bounds.threads());
            var call = queries.call(QueryTask.class, QueryTask.bytes(order), bounds.timeout());
            var answer = new Answer(sql, call, () -> taken.forEach(Snapshot::giveBack));
            var start = answer.begin();
            if (start != answer) {
                answer.close();
            }
            return start;
        } catch (RuntimeException e) {
            taken.forEach(Snapshot::giveBack);
            throw e;
        }
    }
}
