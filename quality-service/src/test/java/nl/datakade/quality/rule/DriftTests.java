package nl.datakade.quality.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.ingest.VersionState.Column;
import nl.datakade.contracts.ingest.VersionState.Table;
import nl.datakade.quality.Given;
import org.junit.jupiter.api.Test;

class DriftTests {

    @Test
    void aColumnWithTheSameIdIsTheSameWhateverItIsCalled() {
        var before = Given.version(table("t", 100, new Column(1, "straat", "Straat", "VARCHAR", null)));
        var now = Given.version(table("t", 100, new Column(1, "ligging", "Ligging", "VARCHAR", null)));

        assertThat(rules(now, before))
                .extracting(Breach::rule, Breach::column, Breach::arguments)
                .containsExactly(tuple(Rule.COLUMN_RENAMED, "ligging", List.of("straat")));
        assertThat(Rule.COLUMN_RENAMED.blocking()).isFalse();
    }

    @Test
    void aTableThatIsGoneIsOneBreachAndNotOneForEachColumn() {
        var before = Given.version(Given.table("t", 10, 0, "a BIGINT"), Given.table("u", 10, 0, "a BIGINT", "b DATE"));
        var now = Given.version(Given.table("t", 10, 0, "a BIGINT"), Given.table("w", 10, 0, "a BIGINT"));

        assertThat(rules(now, before))
                .extracting(Breach::rule, Breach::table)
                .containsExactly(tuple(Rule.TABLE_LOST, "u"), tuple(Rule.TABLE_ADDED, "w"));
    }

    @Test
    void aTenthOfManyRowsHoldsAVersionBack() {
        var before = Given.version(Given.table("t", 1000, 0, "a BIGINT"));

        assertThat(rules(Given.version(Given.table("t", 99, 0, "a BIGINT")), before))
                .extracting(Breach::rule)
                .containsExactly(Rule.NEARLY_ALL_ROWS_GONE);
        assertThat(rules(Given.version(Given.table("t", 3001, 0, "a BIGINT")), before))
                .extracting(Breach::rule)
                .containsExactly(Rule.FAR_MORE_ROWS);
        assertThat(rules(
                        Given.version(Given.table("t", 3, 0, "a BIGINT")),
                        Given.version(Given.table("t", 50, 0, "a BIGINT"))))
                .extracting(Breach::rule)
                .containsExactly(Rule.FAR_FEWER_ROWS);
    }

    private static Table table(String name, long rows, Column... columns) {
        return new Table(name, rows, rows, 0, List.of(columns), List.of());
    }

    private static List<Breach> rules(VersionState version, VersionState previous) {
        return Rules.broken(version, null, null, Rules.REJECT_LIMIT, previous, null);
    }
}
