package nl.datakade.access.query;

import java.util.Set;
import nl.datakade.access.key.PseudonymScope;
import nl.datakade.access.policy.Policy;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.ReleasedVersion;
import nl.datakade.access.relation.GovernedDataset;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;

/** Puts a policy on a version. */
final class Governed {

    private Governed() {}

    static GovernedDataset of(
            Dataset dataset,
            ReleasedVersion current,
            Policy policy,
            PseudonymScope pseudonyms,
            Set<String> departments) {
        return new GovernedDataset(
                dataset.id(),
                dataset.sqlName(),
                current.version().version(),
                current.version().reading(),
                policy.revision(),
                current.version().tables().stream()
                        .map(table -> table(table, policy, current.score()))
                        .toList(),
                pseudonyms,
                departments);
    }

    private static GovernedDataset.Table table(VersionState.Table table, Policy policy, ScoreState score) {
        return new GovernedDataset.Table(
                table.name(),
                table.columns().stream()
                        .map(column -> new GovernedDataset.Column(
                                column.name(),
                                column.type(),
                                policy.treatmentOf(table.name(), column.id()),
                                isBsn(table, column, score)))
                        .toList(),
                policy.filterOf(table.name()),
                table.parts());
    }

    private static boolean isBsn(VersionState.Table table, VersionState.Column column, ScoreState score) {
        return score.columns().stream()
                .anyMatch(found -> found.table().equals(table.name())
                        && found.columnId() == column.id()
                        && found.semanticType().equals("bsn"));
    }
}
