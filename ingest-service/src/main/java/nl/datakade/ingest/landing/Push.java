package nl.datakade.ingest.landing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.datakade.ingest.dataset.DatasetName;
import nl.datakade.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A request to take in a file, all but its body checked. Parameters are read from the address only: asking the servlet
 * for them would swallow a body that a tool sent as a web form.
 *
 * @param length of the body in bytes, -1 when it is not said
 * @param key the Idempotency-Key
 */
record Push(
        HttpServletRequest request,
        String dataset,
        @Nullable String department,
        @Nullable String key,
        @Nullable ContentDigest digest,
        long length) {

    private static final Pattern KEY = Pattern.compile("\"?([\\x21\\x23-\\x7e]{1,200})\"?");

    static Push of(String dataset, HttpServletRequest request, DataSize limit) {
        var encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new LandingProblem.UnsupportedEncoding();
        }
        var errors = new ArrayList<InvalidInput>();
        if (!DatasetName.isValid(dataset)) {
            errors.add(new InvalidInput("path", "name", DatasetName.RULE, null, null));
        }
        if (!MediaTypes.isValid(request.getContentType())) {
            errors.add(header("Content-Type", "one media type, such as text/csv; charset=utf-8"));
        }
        var department = department(request);
        if (department != null && !DatasetName.isValid(department)) {
            errors.add(InvalidInput.query("department", "the slug of a department, such as mobiliteit"));
        }
        var key = key(request, errors);
        var digest = digest(request, errors);
        if (!errors.isEmpty()) {
            throw new LandingProblem.Invalid(errors);
        }
        if (request.getContentLengthLong() > limit.toBytes()) {
            throw new LandingProblem.TooLarge(limit);
        }
        return new Push(request, dataset, department, key, digest, request.getContentLengthLong());
    }

    /** Starts reading. */
    Body body(DataSize limit) throws IOException {
        var stream = new BodyStream(request.getInputStream(), limit);
        var type = request.getContentType();
        return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data")
                ? FormBody.of(stream, type, length, digest)
                : new RawBody(
                        stream,
                        MediaTypes.declared(type),
                        FileName.in(request.getHeader("Content-Disposition")),
                        digest);
    }

    private static @Nullable String department(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null
                ? null
                : UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .getFirst("department");
    }

    private static @Nullable String key(HttpServletRequest request, List<InvalidInput> errors) {
        var field = request.getHeader("Idempotency-Key");
        if (field == null) {
            return null;
        }
        var key = KEY.matcher(field);
        if (key.matches()) {
            return key.group(1);
        }
        errors.add(header("Idempotency-Key", "1 to 200 visible ASCII characters, such as a UUID"));
        return null;
    }

    private static @Nullable ContentDigest digest(HttpServletRequest request, List<InvalidInput> errors) {
        var fields = java.util.Collections.list(request.getHeaders("Content-Digest"));
        if (fields.isEmpty()) {
            return null;
        }
        var digest = ContentDigest.parse(String.join(", ", fields));
        if (digest.isEmpty()) {
            errors.add(header("Content-Digest", ContentDigest.EXPECTED));
        }
        return digest.orElse(null);
    }

    private static InvalidInput header(String name, String expected) {
        return new InvalidInput("header", name, expected, null, null);
    }
}
