package nl.datakade.access.relation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.datakade.contracts.ingest.VersionState;

/** The statements by which a trusted engine fills a snapshot with what may be seen. */
final class SnapshotScript {

    /** Between the rows of a table and the filter on them. */
    static final String FILTER = " where (";

    private final GovernedDataset dataset;
    private final Map<String, Path> files;
    private final Treated treated;

    /** @param files where each Parquet object's local copy is, by its key */
    SnapshotScript(GovernedDataset dataset, Map<String, Path> files, byte[] pseudonymKey) {
        this.dataset = dataset;
        this.files = files;
        this.treated = new Treated(pseudonymKey);
    }

    List<String> statements() {
        var statements = new ArrayList<String>();
        statements.add(AskerMacro.definition(dataset.departments()));
        statements.add("create schema " + schema());
        dataset.tables().stream()
                .filter(SnapshotScript::visible)
                .map(this::table)
                .forEach(statements::add);
        return statements;
    }

    /** A table all of whose columns are hidden is not there. */
    static boolean visible(GovernedDataset.Table table) {
        return table.columns().stream().anyMatch(GovernedDataset.Column::visible);
    }

    private String schema() {
        return BuildTask.SNAPSHOT + "." + Sql.name(dataset.schema());
    }

    private String table(GovernedDataset.Table table) {
        var columns = table.columns().stream()
                .filter(GovernedDataset.Column::visible)
                .map(treated::expression)
                .collect(Collectors.joining(", "));
        var filter = table.filter() == null ? "" : FILTER + table.filter() + "\n)";
        // the filter stands inside, where it sees raw columns and not their treated namesakes
        return "create table " + schema() + "." + Sql.name(table.name()) + " as select " + columns
                + " from (select * from " + rows(table) + filter + ") raw";
    }

    private String rows(GovernedDataset.Table table) {
        if (table.parts().isEmpty()) {
            return table.columns().stream()
                    .map(column -> "cast(null as " + column.type() + ") as " + Sql.name(column.name()))
                    .collect(Collectors.joining(", ", "(select ", " where false) none"));
        }
        return table.parts().stream()
                .map(VersionState.Part::key)
                .map(key -> Sql.text(Objects.requireNonNull(files.get(key)).toString()))
                .collect(Collectors.joining(", ", "read_parquet([", "])"));
    }
}
