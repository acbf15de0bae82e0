package nl.datakade.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import nl.datakade.ingest.table.SchemaDrift.Kind;
import org.junit.jupiter.api.Test;

class SchemaDriftTests {

    private static final Reading BEFORE = Sample.of("id;straat;aantal\n1;a;5\n2;b;7\n").reading;

    @Test
    void tellsWhatCameAndWhatWent() {
        var now = Sample.of("id;aantal;extra\n1;5;x\n2;7;y\n").reading;
        assertThat(SchemaDrift.between(BEFORE, now))
                .extracting(SchemaDrift.Change::kind)
                .containsExactly(Kind.COLUMN_REMOVED, Kind.COLUMN_ADDED);
    }

    @Test
    void aRenamedColumnKeepsItsId() {
        var now = Sample.of("id;straatnaam;aantal\n1;a;5\n2;b;7\n").reading;
        assertThat(SchemaDrift.between(BEFORE, now)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.COLUMN_RENAMED);
            assertThat(change.breaking()).isFalse();
        });
        assertThat(SchemaDrift.idsAfterRenames(
                        BEFORE.tables().getFirst(), now.tables().getFirst()))
                .containsEntry("straatnaam", 2);
    }

    @Test
    void aNumberThatBecomesAWordBreaks() {
        var now = Sample.of("id;straat;aantal\n1;a;veel\n2;b;7\n").reading;
        assertThat(SchemaDrift.between(BEFORE, now)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.TYPE_CHANGED);
            assertThat(change.breaking()).isTrue();
        });
    }
}
