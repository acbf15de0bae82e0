package nl.datakade.ingest.upload;

import java.util.List;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.unit.DataSize;

/** Why a request of an upload is not carried out; what came before it stands. */
abstract sealed class UploadProblem extends Problem {

    private UploadProblem(HttpStatusCode status, String slug, Object... arguments) {
        super(status, slug, arguments);
    }

    static final class Unknown extends UploadProblem {
        Unknown() {
            super(HttpStatus.NOT_FOUND, "upload-unknown");
        }
    }

    static final class Expired extends UploadProblem {
        Expired() {
            super(HttpStatus.GONE, "upload-expired");
        }
    }

    static final class Refused extends UploadProblem {
        Refused(@Nullable String reason) {
            super(HttpStatus.GONE, "upload-refused");
            with("reason", reason == null ? "unknown" : reason);
        }
    }

    /** Another request writes to it. */
    static final class Held extends UploadProblem {
        Held() {
            super(HttpStatus.LOCKED, "upload-held");
            retryAfter(2);
        }
    }

    static final class WrongOffset extends UploadProblem {
        WrongOffset(long offset) {
            super(HttpStatus.CONFLICT, "upload-offset");
            with("offset", offset);
            header("Upload-Offset", Long.toString(offset));
            invalid(List.of(new InvalidInput("header", "Upload-Offset", Long.toString(offset), null, null)));
        }
    }

    static final class LongerThanDeclared extends UploadProblem {
        LongerThanDeclared(long length, long offset) {
            super(HttpStatus.CONTENT_TOO_LARGE, "upload-longer-than-declared", length);
            with("offset", offset);
        }
    }

    /** A status of tus itself. */
    static final class WrongChecksum extends UploadProblem {
        WrongChecksum(String expected) {
            super(HttpStatusCode.valueOf(460), "upload-checksum");
            invalid(List.of(new InvalidInput("header", "Upload-Checksum", expected, null, null)));
        }
    }

    static final class OtherVersion extends UploadProblem {
        OtherVersion() {
            super(HttpStatus.PRECONDITION_FAILED, "tus-version");
            header("Tus-Version", Tus.VERSION);
            invalid(List.of(new InvalidInput("header", Tus.RESUMABLE, Tus.VERSION, null, null)));
        }
    }

    static final class TooSlow extends UploadProblem {
        TooSlow(DataSize slowest) {
            super(HttpStatus.REQUEST_TIMEOUT, "upload-too-slow", slowest.toBytes());
            retryAfter(5);
        }
    }

    static final class TooMany extends UploadProblem {
        TooMany(int most) {
            super(HttpStatus.TOO_MANY_REQUESTS, "uploads-too-many", most);
            retryAfter(60);
        }
    }

    static final class TooMuch extends UploadProblem {
        TooMuch(DataSize most) {
            super(HttpStatus.TOO_MANY_REQUESTS, "uploads-too-much", most.toGigabytes());
            retryAfter(60);
        }
    }

    /** The bytes that were here are not there any more, so they are needed again. */
    static final class Lost extends UploadProblem {
        Lost() {
            super(HttpStatus.CONFLICT, "upload-lost");
        }
    }
}
