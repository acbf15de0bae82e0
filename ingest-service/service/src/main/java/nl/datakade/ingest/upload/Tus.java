package nl.datakade.ingest.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.OptionalLong;
import nl.datakade.ingest.landing.LandingProblem;
import nl.datakade.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** The vocabulary of the tus protocol. */
final class Tus {

    static final String RESUMABLE = "Tus-Resumable";
    static final String VERSION = "1.0.0";
    static final String EXTENSIONS = "creation,creation-with-upload,checksum,expiration,termination";
    static final String BYTES = "application/offset+octet-stream";
    static final String LENGTH = "Upload-Length";
    static final String OFFSET = "Upload-Offset";
    static final String METADATA = "Upload-Metadata";
    static final String EXPIRES = "Upload-Expires";
    static final String CHECKSUM = "Upload-Checksum";

    private static final String WHOLE_NUMBER = "{expected.whole-number}";

    private Tus() {}

    static void requireVersion(HttpServletRequest request) {
        if (!VERSION.equals(request.getHeader(RESUMABLE))) {
            throw new UploadProblem.OtherVersion();
        }
    }

    static OptionalLong number(HttpServletRequest request, String header, List<InvalidInput> errors) {
        return number(header, request.getHeader(header), errors);
    }

    private static OptionalLong number(String header, @Nullable String value, List<InvalidInput> errors) {
        if (value == null || !value.matches("[0-9]{1,18}")) {
            errors.add(new InvalidInput("header", header, WHOLE_NUMBER, null, null));
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(value));
    }

    static void require(List<InvalidInput> errors) {
        if (!errors.isEmpty()) {
            throw new LandingProblem.Invalid(errors);
        }
    }
}
