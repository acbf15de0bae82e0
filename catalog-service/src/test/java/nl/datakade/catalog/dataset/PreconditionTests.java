package nl.datakade.catalog.dataset;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PreconditionTests {

    /** Never stored, so its revision is 0. */
    private final Dataset dataset = new Dataset(UUID.randomUUID(), "bomen", "groen", null, Instant.EPOCH);

    @Test
    void oneOfTheTagsMustBeThePresentOne() {
        assertThatCode(() -> Precondition.of("\"0\"", null).check(dataset)).doesNotThrowAnyException();
        assertThatCode(() -> Precondition.of("\"7\", \"0\"", null).check(dataset))
                .doesNotThrowAnyException();
        assertThatCode(() -> Precondition.of("*", null).check(dataset)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Precondition.of("\"7\"", null).check(dataset))
                .isInstanceOf(DatasetProblem.RevisionPassed.class);
    }

    @Test
    void aWeakTagNeverMatches() {
        assertThatThrownBy(() -> Precondition.of("W/\"0\"", null).check(dataset))
                .isInstanceOf(DatasetProblem.RevisionPassed.class);
    }

    @Test
    void withoutATagNothingIsOverwritten() {
        assertThatThrownBy(() -> Precondition.of(null, null).check(dataset))
                .isInstanceOf(DatasetProblem.RevisionNotGiven.class);
        assertThatThrownBy(() -> Precondition.of(null, "*").check(dataset)).isInstanceOf(DatasetProblem.Exists.class);
    }

    @Test
    void whatDoesNotExistHasNoTag() {
        assertThatCode(() -> Precondition.of(null, "*").checkAbsent()).doesNotThrowAnyException();
        assertThatThrownBy(() -> Precondition.of("\"1\"", null).checkAbsent())
                .isInstanceOf(DatasetProblem.RevisionPassed.class);
    }
}
