package nl.datakade.catalog.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Comparator;

/** What a column means, in people's words; table and column by their names in SQL. */
@Embeddable
record ColumnDescription(
        @Column(name = "table_name") String table,
        @Column(name = "column_name") String column,
        String description) {

    static final Comparator<ColumnDescription> ORDER =
            Comparator.comparing(ColumnDescription::table).thenComparing(ColumnDescription::column);
}
