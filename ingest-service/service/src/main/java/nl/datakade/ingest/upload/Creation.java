package nl.datakade.ingest.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.datakade.contracts.DatasetName;
import nl.datakade.ingest.delivery.Delivery.Correction;
import nl.datakade.ingest.landing.Address;
import nl.datakade.ingest.landing.Digests;
import nl.datakade.ingest.landing.FileName;
import nl.datakade.ingest.landing.LandingProblem;
import nl.datakade.ingest.landing.MediaTypes;
import nl.datakade.ingest.landing.Push;
import nl.datakade.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * A request for a new upload, checked.
 *
 * @param metadata Upload-Metadata as it was sent
 * @param length of the whole file, in bytes
 * @param declared digests of the whole file
 */
record Creation(
        String dataset,
        @Nullable String department,
        @Nullable Correction corrects,
        @Nullable String key,
        String metadata,
        String mediaType,
        @Nullable String fileName,
        Digests declared,
        long length)
        implements Address {

    private static final Digests NONE = new Digests(Digests.REPRESENTATION, null, null);

    static Creation of(HttpServletRequest request, DataSize limit) {
        var errors = new ArrayList<InvalidInput>();
        var field = request.getHeader(Tus.METADATA);
        var metadata = Metadata.parse(field, errors);
        var dataset = metadata.first("dataset");
        if (errors.isEmpty() && (dataset == null || !DatasetName.isValid(dataset))) {
            errors.add(Metadata.wrong("dataset: " + DatasetName.RULE));
        }
        var department = metadata.first("department");
        if (department != null && !DatasetName.isValid(department)) {
            errors.add(Metadata.wrong("department: the slug of a department, such as mobiliteit"));
        }
        var mediaType = metadata.first("filetype", "type");
        if (!MediaTypes.isValid(mediaType)) {
            errors.add(Metadata.wrong("filetype: one media type, such as text/csv; charset=utf-8"));
        }
        var corrects = metadata.corrects(errors);
        var declared = declared(request, metadata, errors);
        var key = Push.key(request, errors);
        unsupported(request, errors);
        var length = Tus.number(request, Tus.LENGTH, errors);
        Tus.require(errors);
        requireSize(length.orElseThrow(), limit);
        var fileName = metadata.first("filename", "name");
        return new Creation(
                String.valueOf(dataset),
                department,
                corrects,
                key,
                field == null ? "" : field,
                MediaTypes.declared(mediaType),
                fileName == null ? null : FileName.plain(fileName),
                declared,
                length.orElseThrow());
    }

    private static Digests declared(HttpServletRequest request, Metadata metadata, List<InvalidInput> errors) {
        var sha256 = metadata.first("sha256");
        if (sha256 == null) {
            return Push.digests(Digests.REPRESENTATION, request, errors).orElse(NONE);
        }
        if (!sha256.matches("[0-9a-fA-F]{64}")) {
            errors.add(Metadata.wrong("sha256: 64 hexadecimal digits"));
        }
        return new Digests(Tus.METADATA, sha256.toLowerCase(Locale.ROOT), null);
    }

    private static void unsupported(HttpServletRequest request, List<InvalidInput> errors) {
        if (request.getHeader("Upload-Defer-Length") != null) {
            errors.add(new InvalidInput("header", "Upload-Defer-Length", "Upload-Length instead", null, null));
        }
        if (request.getHeader("Upload-Concat") != null) {
            errors.add(new InvalidInput("header", "Upload-Concat", "the whole file as one upload", null, null));
        }
    }

    private static void requireSize(long length, DataSize limit) {
        if (length == 0) {
            throw new LandingProblem.EmptyFile();
        }
        if (length > limit.toBytes()) {
            throw new LandingProblem.TooLarge(limit);
        }
    }

    boolean isRepeatOf(Upload earlier) {
        return earlier.metadata().equals(metadata) && earlier.length() == length;
    }
}
