package nl.datakade.access.policy;

import java.util.List;
import java.util.UUID;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.Datasets;
import nl.datakade.contracts.ingest.VersionState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what is known of the columns of a dataset. */
@Component
public class Baselines {

    private final JdbcClient jdbc;
    private final Datasets datasets;
    private final Clearances clearances;

    Baselines(JdbcClient jdbc, Datasets datasets, Clearances clearances) {
        this.jdbc = jdbc;
        this.datasets = datasets;
        this.clearances = clearances;
    }

    public Baseline of(Dataset dataset, VersionState version) {
        return new Baseline(
                recognised(dataset.id()),
                clearances.of(dataset.id()),
                dataset.classification() == null || dataset.holdsPersonalData(),
                isScored(version));
    }

    boolean isScored(VersionState version) {
        return datasets.score(version.datasetId(), version.version())
                .filter(score -> score.reading() == version.reading())
                .isPresent();
    }

    /** In any version, released or not. */
    List<Recognised> recognised(UUID dataset) {
        return jdbc.sql("""
                        select distinct table_name, column_id, column_name, semantic_type, personal
                        from recognised_column where dataset_id = :dataset order by 1, 2, 4, 3""")
                .param("dataset", dataset)
                .query((row, _) -> new Recognised(
                        row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getBoolean(5)))
                .list();
    }
}
