package nl.datakade.ingest.fairness;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** Why somebody has to wait. */
public abstract sealed class FairnessProblem extends Problem {

    private FairnessProblem(HttpStatus status, String slug, Allowance allowance, Object... arguments) {
        super(status, slug, arguments);
        retryAfter((int) Math.min(Integer.MAX_VALUE, allowance.resetSeconds()));
        header("RateLimit-Policy", allowance.policyField());
        header("RateLimit", allowance.field());
    }

    /** More than a client may send in a while. */
    public static final class TooFast extends FairnessProblem {
        TooFast(Allowance allowance) {
            super(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-fast",
                    allowance,
                    allowance.quota() / Math.max(1, allowance.windowSeconds()));
        }
    }

    /** A client has as many requests under way as it may. */
    public static final class TooManyAtOnce extends FairnessProblem {
        public TooManyAtOnce(int most, int retrySeconds) {
            super(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-at-once",
                    new Allowance("at-once", most, retrySeconds, 0, retrySeconds),
                    most);
        }
    }
}
