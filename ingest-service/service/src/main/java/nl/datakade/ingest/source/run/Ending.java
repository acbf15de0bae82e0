package nl.datakade.ingest.source.run;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import nl.datakade.ingest.landing.LandingProblem;
import nl.datakade.platform.object.ObjectStoreUnavailable;
import nl.datakade.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** How a run ended. */
sealed interface Ending {

    Run.State state();

    long bytes();

    /**
     * The source was gone to with success.
     *
     * @param delivery what landed, or is there already; null when the other side said that nothing changed
     * @param mark for the next run; null to keep the present one
     */
    record Served(
            Run.State state,
            long bytes,
            @Nullable UUID delivery,
            @Nullable Map<String, String> mark) implements Ending {}

    /**
     * It was not.
     *
     * @param passing another try may do better
     * @param after as long as the other side asked us to wait
     */
    record Failed(String reason, boolean passing, @Nullable Duration after, long bytes) implements Ending {

        /** Landing did not take it: whatever is away or busy comes back soon, a quota of the day does not. */
        static Failed refused(Problem problem, long bytes) {
            var isBusy =
                    problem.status().isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS) && !(problem instanceof LandingProblem);
            var passing = isBusy
                    || problem instanceof ObjectStoreUnavailable
                    || problem.status().isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE);
            return new Failed(problem.slug(), passing, null, bytes);
        }

        @Override
        public Run.State state() {
            return Run.State.FAILED;
        }
    }
}
