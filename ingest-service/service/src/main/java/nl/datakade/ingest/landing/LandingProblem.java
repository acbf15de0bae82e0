package nl.datakade.ingest.landing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.datakade.ingest.fairness.Allowance;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** Why a file is not taken in; in each case nothing of it is kept. */
public abstract sealed class LandingProblem extends Problem {

    private LandingProblem(HttpStatus status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    public static final class Invalid extends LandingProblem {
        public Invalid(List<InvalidInput> errors) {
            super(HttpStatus.BAD_REQUEST, "invalid-input");
            invalid(errors);
            errors.stream()
                    .map(InvalidInput::name)
                    .filter(name -> Digests.CONTENT.equals(name) || Digests.REPRESENTATION.equals(name))
                    .forEach(field -> header("Want-" + field, Digests.WANTED));
        }
    }

    static final class NothingToCorrect extends LandingProblem {
        NothingToCorrect(String dataset, int version, int latest) {
            super(HttpStatus.BAD_REQUEST, "nothing-to-correct", dataset, version);
            invalid(List.of(InvalidInput.query(
                    Corrections.VERSION, latest == 0 ? "nothing: the dataset has no version" : "1 to " + latest)));
        }
    }

    static final class NothingCorrected extends LandingProblem {
        NothingCorrected(String dataset, int version) {
            super(HttpStatus.CONFLICT, "nothing-corrected", dataset, version);
        }
    }

    public static final class EmptyFile extends LandingProblem {
        public EmptyFile() {
            super(HttpStatus.BAD_REQUEST, "empty-file");
            invalid(List.of(InvalidInput.body("content", "at least one byte")));
        }
    }

    public static final class TooLarge extends LandingProblem {
        public TooLarge(DataSize limit) {
            super(HttpStatus.CONTENT_TOO_LARGE, "file-too-large", limit.toMegabytes());
            with("limitBytes", limit.toBytes());
        }
    }

    public static final class Incomplete extends LandingProblem {
        public Incomplete(Throwable cause) {
            super(HttpStatus.BAD_REQUEST, "body-incomplete");
            invalid(List.of(
                    InvalidInput.body("content", "all the bytes that Content-Length or the last chunk announces")));
            initCause(cause);
        }
    }

    public static final class WrongDigest extends LandingProblem {
        WrongDigest(String field, String expected, String received) {
            super(HttpStatus.BAD_REQUEST, "digest-mismatch");
            with("receivedSha256", received);
            invalid(List.of(new InvalidInput("header", field, expected, null, null)));
        }
    }

    public static final class NotWhatItClaims extends LandingProblem {
        NotWhatItClaims(String claimed, String found) {
            super(HttpStatus.BAD_REQUEST, "not-what-it-claims", claimed, found);
            invalid(List.of(new InvalidInput("file", null, claimed, 1, 1)));
        }
    }

    static final class BadForm extends LandingProblem {
        BadForm(String expected) {
            super(HttpStatus.BAD_REQUEST, "form-invalid");
            invalid(List.of(InvalidInput.body("file", expected)));
        }
    }

    static final class UnsupportedEncoding extends LandingProblem {
        UnsupportedEncoding() {
            super(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "content-encoding-unsupported");
        }
    }

    static final class UnknownDepartment extends LandingProblem {
        UnknownDepartment(Collection<String> known) {
            super(HttpStatus.BAD_REQUEST, "department-unknown");
            invalid(List.of(InvalidInput.query("department", "one of " + String.join(", ", known))));
        }
    }

    static final class WhichDepartment extends LandingProblem {
        WhichDepartment(Set<String> choices) {
            super(HttpStatus.BAD_REQUEST, "department-needed");
            invalid(List.of(InvalidInput.query("department", "one of " + String.join(", ", new TreeSet<>(choices)))));
        }
    }

    static final class NoDepartment extends LandingProblem {
        NoDepartment() {
            super(HttpStatus.FORBIDDEN, "no-department");
        }
    }

    static final class OtherDepartment extends LandingProblem {
        OtherDepartment(String dataset, String department) {
            super(HttpStatus.FORBIDDEN, "other-department", dataset, department);
        }
    }

    /** Another department has a dataset of that name; more the sender may not know of it. */
    static final class NameTaken extends LandingProblem {
        NameTaken(String name) {
            super(HttpStatus.CONFLICT, "dataset-name-taken", name);
        }
    }

    static final class NotYourDepartment extends LandingProblem {
        NotYourDepartment(String department) {
            super(HttpStatus.FORBIDDEN, "not-your-department", department);
        }
    }

    static final class Withdrawn extends LandingProblem {
        Withdrawn(String dataset) {
            super(HttpStatus.CONFLICT, "dataset-withdrawn", dataset);
        }
    }

    public static final class TooSlow extends LandingProblem {
        TooSlow(DataSize slowest) {
            super(HttpStatus.REQUEST_TIMEOUT, "body-too-slow", slowest.toBytes());
            retryAfter(60);
        }
    }

    /** A department handed over as much as it may in a day. */
    static final class DayQuota extends LandingProblem {
        DayQuota(DataSize quota, int secondsLeft) {
            super(HttpStatus.TOO_MANY_REQUESTS, "quota-per-day", quota.toMegabytes());
            var allowance = new Allowance("department-day", quota.toBytes(), 86_400, 0, secondsLeft);
            header("RateLimit-Policy", allowance.policyField());
            header("RateLimit", allowance.field());
            retryAfter(secondsLeft);
        }
    }

    /** A department has as much in storage as it may. */
    static final class StoreQuota extends LandingProblem {
        StoreQuota(DataSize quota) {
            super(HttpStatus.INSUFFICIENT_STORAGE, "quota-stored", quota.toGigabytes());
        }
    }

    /** The scanner found something. */
    static final class Malware extends LandingProblem {
        Malware(String signature) {
            super(HttpStatus.BAD_REQUEST, "malware-found", signature);
            invalid(List.of(InvalidInput.body("content", "a file without malware")));
        }
    }

    static final class TooLargeToScan extends LandingProblem {
        TooLargeToScan() {
            super(HttpStatus.CONTENT_TOO_LARGE, "too-large-to-scan");
        }
    }

    static final class FedByObservations extends LandingProblem {
        FedByObservations(String dataset) {
            super(HttpStatus.CONFLICT, "fed-by-observations", dataset);
        }
    }

    public static final class KeyUsed extends LandingProblem {
        public KeyUsed() {
            super(HttpStatus.CONFLICT, "idempotency-key-used");
        }
    }

    static final class Busy extends LandingProblem {
        Busy() {
            super(HttpStatus.SERVICE_UNAVAILABLE, "landing-busy");
            retryAfter(5);
        }
    }
}
