package nl.datakade.portal.dataset;

import java.util.List;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.api.Quality;
import org.jspecify.annotations.Nullable;

/** A table as the catalogue describes it, with what quality measured in it beside each column. */
record TableView(String name, long rows, long rejectedRows, boolean aboutPeople, List<ColumnView> columns) {

    record ColumnView(
            Catalog.Column column, Quality.@Nullable Column measured, long rows, List<Histogram.Bar> histogram) {

        /** The kind of value, to be put in words: {@code DECIMAL(18,2)} is a {@code DECIMAL}. */
        public String kind() {
            var type = column.type() == null ? "" : column.type();
            var bracket = type.indexOf('(');
            return bracket < 0 ? type : type.substring(0, bracket);
        }

        public List<Quality.Meaning> meanings() {
            return measured == null ? List.of() : measured.meanings();
        }

        public boolean personal() {
            return measured != null && measured.personal();
        }
    }

    static List<TableView> of(Catalog.Version version, Part<Quality.Profile> profile) {
        return version.tables().stream()
                .map(table -> of(table, measured(table.name(), profile)))
                .toList();
    }

    private static Quality.@Nullable Table measured(String table, Part<Quality.Profile> profile) {
        return profile.value() == null
                ? null
                : profile.value().tables().stream()
                        .filter(measured -> measured.name().equals(table))
                        .findFirst()
                        .orElse(null);
    }

    private static TableView of(Catalog.Table table, Quality.@Nullable Table measured) {
        return new TableView(
                table.name(),
                table.rows(),
                table.rejectedRows(),
                measured != null && measured.aboutPeople(),
                table.columns().stream().map(column -> of(column, measured)).toList());
    }

    private static ColumnView of(Catalog.Column column, Quality.@Nullable Table measured) {
        var own = measured == null
                ? null
                : measured.columns().stream()
                        .filter(candidate -> candidate.id() == column.id())
                        .findFirst()
                        .orElse(null);
        return new ColumnView(
                column,
                own,
                measured == null ? 0 : measured.rows(),
                own == null ? List.of() : Histogram.bars(own.histogram()));
    }
}
