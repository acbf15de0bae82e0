package nl.datakade.ingest.landing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.datakade.contracts.DatasetName;
import nl.datakade.ingest.delivery.Delivery.Correction;
import nl.datakade.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A request to take in a file, all but its body checked. Parameters are read from the address only: asking the servlet
 * for them would swallow a body that a tool sent as a web form.
 *
 * @param length of the body in bytes, -1 when it is not said
 * @param corrects the version that it corrects, and why
 * @param key the Idempotency-Key
 * @param properties how large and how slow its body may be
 */
public record Push(
        HttpServletRequest request,
        String dataset,
        @Nullable String department,
        @Nullable Correction corrects,
        @Nullable String key,
        List<Digests> digests,
        long length,
        LandingProperties properties)
        implements IncomingFile {

    private static final Pattern KEY = Pattern.compile("\"?([\\x21\\x23-\\x7e]{1,200})\"?");

    static Push of(String dataset, HttpServletRequest request, LandingProperties properties) {
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
        var department = parameter(request, "department");
        if (department != null && !DatasetName.isValid(department)) {
            errors.add(InvalidInput.query("department", "the slug of a department, such as mobiliteit"));
        }
        var corrects = Corrections.of(
                parameter(request, Corrections.VERSION),
                parameter(request, Corrections.REASON),
                (field, expected) -> errors.add(InvalidInput.query(field, expected)));
        var key = key(request, errors);
        var digests = digests(request, errors);
        if (!errors.isEmpty()) {
            throw new LandingProblem.Invalid(errors);
        }
        var length = request.getContentLengthLong();
        if (length > properties.limit().toBytes()) {
            throw new LandingProblem.TooLarge(properties.limit());
        }
        return new Push(request, dataset, department, corrects, key, digests, length, properties);
    }

    @Override
    public Body body() throws IOException {
        var stream =
                new BodyStream(request.getInputStream(), properties.limit(), properties.slowest(), properties.pace());
        var type = request.getContentType();
        return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data")
                ? FormBody.of(stream, type, length, digests)
                : RawBody.of(
                        stream,
                        MediaTypes.declared(type),
                        FileName.in(request.getHeader("Content-Disposition")),
                        digests);
    }

    /** Empty when its percents stand for nothing; then it is not what is asked for either. */
    private static @Nullable String parameter(HttpServletRequest request, String name) {
        var query = request.getQueryString();
        var value = query == null
                ? null
                : UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .getFirst(name);
        try {
            return value == null ? null : URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /** The Idempotency-Key; what is none is added to the errors. */
    public static @Nullable String key(HttpServletRequest request, List<InvalidInput> errors) {
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

    private static List<Digests> digests(HttpServletRequest request, List<InvalidInput> errors) {
        return Stream.of(Digests.CONTENT, Digests.REPRESENTATION)
                .flatMap(field -> digests(field, request, errors).stream())
                .toList();
    }

    /** As announced in this field; what is none is added to the errors. */
    public static Optional<Digests> digests(String field, HttpServletRequest request, List<InvalidInput> errors) {
        var values = Collections.list(request.getHeaders(field));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var digests = Digests.parse(field, String.join(", ", values));
        if (digests.isEmpty()) {
            errors.add(header(field, Digests.EXPECTED));
        }
        return digests;
    }

    private static InvalidInput header(String name, String expected) {
        return new InvalidInput("header", name, expected, null, null);
    }
}
