package nl.datakade.access.query;

import java.util.List;
import java.util.UUID;
import nl.datakade.access.disclosure.Disclosed;
import nl.datakade.access.relation.GovernedDataset;

/** A question that may be answered, and the datasets as this asker may see them. */
record Permission(UUID queryId, UUID purpose, String person, List<GovernedDataset> datasets, List<Disclosed.Use> uses) {

    List<UUID> datasetIds() {
        return datasets.stream().map(GovernedDataset::datasetId).toList();
    }
}
