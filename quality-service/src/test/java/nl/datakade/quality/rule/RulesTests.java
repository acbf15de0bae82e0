package nl.datakade.quality.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.quality.Given;
import nl.datakade.quality.semantic.SemanticType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTests {

    @Test
    void aVersionWithoutRowsIsHeldBack() {
        assertThat(rules(Given.version(Given.table("t", 0, 0, "a BIGINT")), null))
                .containsExactly(Rule.NO_ROWS);
        assertThat(rules(Given.version(Given.table("t", 5, 0, "a BIGINT"), Given.table("u", 0, 0, "a BIGINT")), null))
                .containsExactly(Rule.EMPTY_TABLE);
    }

    @ParameterizedTest
    @CsvSource({"99,1,0.01,false", "98,2,0.01,true", "98,2,0.02,false", "0,5,0.01,true", "999,1,0,true"})
    void tooManyRejectedRowsHoldAVersionBack(long rows, long rejected, double limit, boolean held) {
        var version = Given.version(Given.table("t", rows, rejected, "a BIGINT"));

        var broken = Rules.broken(version, null, null, limit, null, null);

        assertThat(broken.stream().map(Breach::rule).anyMatch(Rule.TOO_MANY_REJECTS::equals))
                .isEqualTo(held);
    }

    @Test
    void losingAColumnBreaksAndAWiderTypeDoesNot() {
        var before = Given.version(Given.table("t", 9, 0, "a BIGINT", "b VARCHAR", "c DATE", "d BIGINT"));
        var now = Given.version(Given.table("t", 9, 0, "a DOUBLE", "b BIGINT", "d BIGINT", "e VARCHAR"));

        assertThat(Rules.broken(now, null, null, Rules.REJECT_LIMIT, before, null))
                .extracting(Breach::rule, Breach::column)
                .containsExactly(
                        tuple(Rule.TYPE_WIDENED, "a"),
                        tuple(Rule.TYPE_CHANGED, "b"),
                        tuple(Rule.COLUMN_LOST, "c"),
                        tuple(Rule.COLUMN_ADDED, "e"));
        assertThat(rules(before, before)).isEmpty();
    }

    @Test
    void rowsThatLeaveAStreamHoldNothingBack() {
        var before = Given.version(stream(1_000));

        assertThat(rules(Given.version(stream(5)), before)).isEmpty();
        assertThat(rules(Given.version(stream(0)), before)).isEmpty();
    }

    private static VersionState.Table stream(long rows) {
        return Given.table("t", rows, List.of(new VersionState.Part("streams/x/y", rows, 9, "0")), "a BIGINT");
    }

    @Test
    void halfTheRowsGoneIsWorthALook() {
        var before = Given.version(Given.table("t", 1000, 0, "a BIGINT"));
        var now = Given.version(Given.table("t", 499, 0, "a BIGINT"));

        assertThat(rules(now, before)).containsExactly(Rule.FAR_FEWER_ROWS);
        assertThat(Rule.FAR_FEWER_ROWS.blocking()).isFalse();
    }

    @Test
    void whatCannotBeReadIsHeldBackAndSoIsWhatIsNoTable() {
        assertThat(rules(Given.version(UUID.randomUUID(), 1, Outcome.UNREADABLE), null))
                .containsExactly(Rule.UNREADABLE);
        assertThat(rules(Given.version(UUID.randomUUID(), 1, Outcome.NOT_TABULAR), null))
                .containsExactly(Rule.NO_TABLE);
        assertThat(Rule.NO_TABLE.blocking()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "BSN,NONE,UNDECLARED_BSN",
        "BSN,PERSONAL,",
        "EMAIL,NONE,UNDECLARED_PERSONAL_DATA",
        "EMAIL,SPECIAL,",
        "HEALTH,NONE,UNDECLARED_SPECIAL_CATEGORY",
        "HEALTH,PERSONAL,HEAVIER_THAN_CLASSIFIED",
        "HEALTH,SPECIAL,",
        "CRIMINAL_RECORD,SPECIAL,HEAVIER_THAN_CLASSIFIED",
        "CRIMINAL_RECORD,CRIMINAL,",
        "EMAIL,,NOT_CLASSIFIED"
    })
    void personalDataMustBeDeclared(SemanticType found, @Nullable PersonalData declared, @Nullable Rule expected) {
        var classification = declared == null ? null : new Classification(Confidentiality.INTERNAL, declared);

        var broken = Declared.check(Profiles.with(found), classification);

        assertThat(broken).extracting(Breach::rule).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    private static List<Rule> rules(VersionState version, @Nullable VersionState previous) {
        return Rules.broken(version, null, null, Rules.REJECT_LIMIT, previous, null).stream()
                .map(Breach::rule)
                .toList();
    }
}
