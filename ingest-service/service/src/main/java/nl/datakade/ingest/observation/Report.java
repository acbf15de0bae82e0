package nl.datakade.ingest.observation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.datakade.contracts.DatasetName;
import nl.datakade.ingest.landing.Address;
import nl.datakade.ingest.landing.BodyStream;
import nl.datakade.ingest.landing.Digests;
import nl.datakade.ingest.landing.Hashing;
import nl.datakade.ingest.landing.LandingProblem;
import nl.datakade.ingest.landing.Push;
import nl.datakade.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * A request with observations, its body read whole: it is small.
 *
 * @param sha256 of the body, in lower-case hexadecimal
 */
record Report(
        String dataset,
        @Nullable String department,
        @Nullable String key,
        String sha256,
        List<Observation> list) implements Address {

    private static final Set<String> TYPES = Set.of(
            "application/json",
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl",
            "application/x-jsonlines");

    static Report of(
            String dataset, @Nullable String department, HttpServletRequest request, ObservationProperties limits)
            throws IOException {
        requireJson(request);
        var errors = new ArrayList<InvalidInput>();
        if (!DatasetName.isValid(dataset)) {
            errors.add(new InvalidInput("path", "name", DatasetName.RULE, null, null));
        }
        if (department != null && !DatasetName.isValid(department)) {
            errors.add(InvalidInput.query("department", "the slug of a department, such as mobiliteit"));
        }
        var key = Push.key(request, errors);
        var digests = Stream.of(Digests.CONTENT, Digests.REPRESENTATION)
                .flatMap(field -> Push.digests(field, request, errors).stream())
                .toList();
        if (!errors.isEmpty()) {
            throw new LandingProblem.Invalid(errors);
        }
        var body = body(request, limits);
        var hashing = new Hashing(true);
        hashing.update(body, 0, body.length);
        digests.forEach(digest -> digest.verify(hashing.sha256(), hashing.sha512()));
        var list = ObservationBody.read(body, limits.most(), () -> {
            throw new ObservationProblem.TooMany(limits.limit(), limits.most());
        });
        return new Report(dataset, department, key, hashing.sha256(), list);
    }

    private static void requireJson(HttpServletRequest request) {
        var type = request.getContentType();
        var name = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!TYPES.contains(name)) {
            throw new ObservationProblem.MediaType();
        }
        var encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ObservationProblem.MediaType();
        }
    }

    private static byte[] body(HttpServletRequest request, ObservationProperties limits) throws IOException {
        int limit = (int) limits.limit().toBytes();
        if (request.getContentLengthLong() > limit) {
            throw new ObservationProblem.TooMany(limits.limit(), limits.most());
        }
        byte[] body;
        try {
            var paced = new BodyStream(
                    request.getInputStream(), DataSize.ofBytes(limit + 1L), limits.slowest(), limits.pace());
            body = paced.readNBytes(limit + 1);
        } catch (IOException brokenOff) {
            throw new LandingProblem.Incomplete(brokenOff);
        }
        if (body.length > limit) {
            throw new ObservationProblem.TooMany(limits.limit(), limits.most());
        }
        return body;
    }

    @Override
    public boolean observations() {
        return true;
    }
}
