package nl.datakade.ingest.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.delivery.Receipt;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.problem.Problem;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Resumable upload by the tus protocol 1.0.0, for any tus client, at {@code /ingest/v1/uploads}. */
@RestController
@Tag(name = "Uploads", description = "Large files, piece by piece, by the tus protocol 1.0.0")
@PreAuthorize("hasRole('department')")
class UploadController {

    private static final String UPLOADS = "/ingest/v1/uploads";
    private static final String UPLOAD = UPLOADS + "/{id}";

    private final OpenUploads open;
    private final FindUpload find;
    private final ListUploads list;
    private final ReceiveBytes receive;
    private final TerminateUpload terminate;
    private final Deliveries deliveries;
    private final UploadProperties properties;

    UploadController(
            OpenUploads open,
            FindUpload find,
            ListUploads list,
            ReceiveBytes receive,
            TerminateUpload terminate,
            Deliveries deliveries,
            UploadProperties properties) {
        this.open = open;
        this.find = find;
        this.list = list;
        this.receive = receive;
        this.terminate = terminate;
        this.deliveries = deliveries;
        this.properties = properties;
    }

    @RequestMapping(
            method = RequestMethod.OPTIONS,
            path = {UPLOADS, UPLOAD})
    @Operation(summary = "What of the tus protocol is spoken here", hidden = true)
    ResponseEntity<Void> options() {
        return ResponseEntity.noContent()
                .header("Tus-Version", Tus.VERSION)
                .header("Tus-Extension", Tus.EXTENSIONS)
                .header("Tus-Max-Size", Long.toString(properties.limit().toBytes()))
                .header("Tus-Checksum-Algorithm", Checksums.KNOWN)
                .build();
    }

    @PostMapping(UPLOADS)
    @Operation(
            summary = "Begin an upload",
            description = "Creation and creation-with-upload of tus: the dataset, and if need be the department, "
                    + "filename and filetype, stand in Upload-Metadata.")
    @Parameter(
            name = Tus.METADATA,
            in = ParameterIn.HEADER,
            description =
                    "Keys dataset, department, filename, filetype, sha256, corrects, reason, each with its value in base64",
            schema = @Schema(type = "string"),
            example = "dataset Zmlldnc=,filename dGVsbGluZ2VuLmNzdg==")
    @Parameter(
            name = Tus.LENGTH,
            in = ParameterIn.HEADER,
            description = "Bytes of the whole file",
            schema = @Schema(type = "integer", format = "int64"),
            example = "107374182400")
    @Parameter(
            name = "Repr-Digest",
            in = ParameterIn.HEADER,
            description = "SHA-256 or SHA-512 of the whole file (RFC 9530)",
            schema = @Schema(type = "string"),
            example = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:")
    @ApiResponse(responseCode = "201", description = "Location is the upload's address")
    ResponseEntity<Void> create(HttpServletRequest request, Caller caller) throws IOException {
        Tus.requireVersion(request);
        var errors = new ArrayList<InvalidInput>();
        var hasBytes = Tus.BYTES.equals(request.getContentType());
        var checksums = Checksums.of(request, errors);
        Tus.require(errors);
        var id = open.open(Creation.of(request, properties.limit()), caller);
        var upload = find.of(id, caller);
        if (hasBytes && upload.received() == 0) {
            var length = request.getContentLengthLong();
            upload = receiveFirst(upload, length, request.getInputStream(), checksums);
        }
        var headers = progress(upload);
        headers.setLocation(URI.create(UPLOADS + "/" + id));
        return ResponseEntity.status(HttpStatus.CREATED).headers(headers).build();
    }

    /** Whoever is refused here does not learn the upload's address, so it holds no place; but by its key it is found again. */
    private Upload receiveFirst(Upload created, long length, InputStream body, Checksums checksums) throws IOException {
        try {
            return receive.receive(created.id(), 0, length, body, checksums);
        } catch (Problem refused) {
            if (created.key() == null) {
                open.forgo(created.id());
            }
            throw refused;
        }
    }

    @GetMapping(UPLOADS)
    @PreAuthorize("hasAnyRole('department', 'admin')")
    @Operation(
            summary = "Uploads that have not landed, newest first",
            description = "Of the client that asks; for who runs the platform, of all. With their state: OPEN waits for"
                    + " bytes, RECEIVED becomes a delivery by itself, REFUSED never will.")
    Paged<View> uploads(
            @Parameter(description = "Left out for all but LANDED") @RequestParam(required = false)
                    Upload.@Nullable State state,
            @Valid @ParameterObject Page page,
            Caller caller) {
        var found = list.of(caller, state, page);
        return Paged.of(found.items().stream().map(this::view).toList(), page, found.total());
    }

    @RequestMapping(method = RequestMethod.HEAD, path = UPLOAD)
    @Operation(summary = "How far an upload is", hidden = true)
    ResponseEntity<Void> offset(@PathVariable UUID id, HttpServletRequest request, Caller caller) {
        Tus.requireVersion(request);
        var upload = find.settled(id, caller);
        var headers = progress(upload);
        headers.set(Tus.LENGTH, Long.toString(upload.length()));
        if (!upload.metadata().isEmpty()) {
            headers.set(Tus.METADATA, upload.metadata());
        }
        return ResponseEntity.ok().headers(headers).build();
    }

    @GetMapping(UPLOAD)
    @Operation(
            summary = "An upload, with its receipt once it landed",
            description = "For its department. When state is RECEIVED all bytes are here and the receipt follows.")
    View upload(@PathVariable UUID id, Caller caller) {
        return view(find.of(id, caller));
    }

    @PatchMapping(path = UPLOAD, consumes = Tus.BYTES)
    @Operation(
            summary = "Add bytes to an upload",
            description = "With the last byte the file becomes a delivery; Location then is the delivery's address.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = Tus.BYTES, schema = @Schema(type = "string", format = "binary")))
    @Parameter(
            name = Tus.OFFSET,
            in = ParameterIn.HEADER,
            description = "Where these bytes begin in the file; as HEAD answers",
            schema = @Schema(type = "integer", format = "int64"),
            example = "0")
    @Parameter(
            name = Tus.CHECKSUM,
            in = ParameterIn.HEADER,
            description = "Algorithm and digest in base64 of the bytes of this request",
            schema = @Schema(type = "string"),
            example = "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=")
    @ApiResponse(responseCode = "204", description = "Upload-Offset says how far the file is now")
    ResponseEntity<Void> append(@PathVariable UUID id, HttpServletRequest request, Caller caller) throws IOException {
        Tus.requireVersion(request);
        var errors = new ArrayList<InvalidInput>();
        var offset = Tus.number(request, Tus.OFFSET, errors);
        var checksums = Checksums.of(request, errors);
        var upload = find.of(id, caller);
        var declared = request.getHeader(Tus.LENGTH);
        if (declared != null && !declared.equals(Long.toString(upload.length()))) {
            errors.add(new InvalidInput("header", Tus.LENGTH, Long.toString(upload.length()), null, null));
        }
        Tus.require(errors);
        var length = request.getContentLengthLong();
        var now = receive.receive(id, offset.orElseThrow(), length, request.getInputStream(), checksums);
        return ResponseEntity.noContent().headers(progress(now)).build();
    }

    @DeleteMapping(UPLOAD)
    @Operation(summary = "Give up an upload", description = "What came of it is removed; a delivery stays.")
    @ApiResponse(responseCode = "204", description = "There is no such upload any more")
    ResponseEntity<Void> terminate(@PathVariable UUID id, HttpServletRequest request, Caller caller) {
        Tus.requireVersion(request);
        terminate.terminate(find.of(id, caller).id());
        return ResponseEntity.noContent().build();
    }

    private static HttpHeaders progress(Upload upload) {
        var headers = new HttpHeaders();
        headers.set(Tus.OFFSET, Long.toString(upload.received()));
        if (upload.delivery() != null) {
            headers.setLocation(URI.create("/ingest/v1/deliveries/" + upload.delivery()));
        } else {
            headers.setZonedDateTime(Tus.EXPIRES, upload.expiresAt().atZone(java.time.ZoneOffset.UTC));
        }
        return headers;
    }

    private View view(Upload upload) {
        var delivery = upload.delivery() == null
                ? null
                : deliveries.find(upload.delivery()).map(Receipt::of).orElse(null);
        var links = new Links(
                UPLOADS + "/" + upload.id(),
                delivery == null ? null : delivery.links().self());
        return new View(
                upload.id(),
                upload.pushedTo(),
                upload.reserved().department(),
                upload.fileName(),
                upload.mediaType(),
                upload.length(),
                upload.received(),
                upload.state(),
                upload.reason(),
                upload.createdAt(),
                upload.expiresAt(),
                delivery,
                links);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID uploadId,
            @Schema(example = "fietstellingen") String dataset,
            @Schema(example = "mobiliteit") String department,
            @Nullable String fileName,
            @Schema(example = "text/csv") String mediaType,

            @Schema(description = "Bytes of the whole file", example = "107374182400")
            long length,

            @Schema(description = "Bytes that are here", example = "53687091200")
            long offset,

            Upload.State state,

            @Schema(description = "Why it was refused, as a code", example = "digest-mismatch") @Nullable
            String reason,

            Instant createdAt,

            @Schema(description = "When it is forgotten, unless bytes come")
            Instant expiresAt,

            @Schema(description = "The receipt") @Nullable Receipt delivery,

            Links links) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Links(String self, @Nullable String delivery) {}
}
