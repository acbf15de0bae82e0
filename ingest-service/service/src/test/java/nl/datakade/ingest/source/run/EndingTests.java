package nl.datakade.ingest.source.run;

import static org.assertj.core.api.Assertions.assertThat;

import nl.datakade.ingest.fairness.FairnessProblem;
import nl.datakade.ingest.landing.LandingProblem;
import nl.datakade.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class EndingTests {

    @Test
    void whatIsAwayOrBusyIsTriedAgainUnderItsOwnReason() {
        var away = Ending.Failed.refused(new Away(), 7);

        assertThat(away).isEqualTo(new Ending.Failed("away", true, null, 7));
        assertThat(Ending.Failed.refused(new FairnessProblem.TooManyAtOnce(4, 5), 0))
                .isEqualTo(new Ending.Failed("too-many-at-once", true, null, 0));
    }

    @Test
    void whatTheFileIsToBlameForIsNot() {
        assertThat(Ending.Failed.refused(new LandingProblem.EmptyFile(), 0))
                .isEqualTo(new Ending.Failed("empty-file", false, null, 0));
    }

    private static final class Away extends Problem {
        Away() {
            super(HttpStatus.SERVICE_UNAVAILABLE, "away");
        }
    }
}
