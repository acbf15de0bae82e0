package nl.datakade.ingest.source;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import nl.datakade.contracts.DatasetName;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import nl.datakade.source.pull.Credentials;
import nl.datakade.source.pull.Kind;
import nl.datakade.source.pull.Origin;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/ingest/v1/sources")
@PreAuthorize("hasAnyRole('steward', 'admin')")
@Tag(name = "Sources", description = "Where data is fetched from on a schedule")
class SourceController {

    static final String PATH = "/ingest/v1/sources/";

    private final LayDownSource layDown;
    private final FindSource find;
    private final Sources sources;
    private final SourceProperties properties;

    SourceController(LayDownSource layDown, FindSource find, Sources sources, SourceProperties properties) {
        this.layDown = layDown;
        this.find = find;
        this.sources = sources;
        this.properties = properties;
    }

    @GetMapping
    @Operation(summary = "Sources that you look after, by name")
    Paged<SourceView> list(
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String dataset,
            @RequestParam(required = false) Source.@Nullable State state,
            @Valid @ParameterObject Page page,
            Caller caller) {
        var wanted = new Sources.Wanted(SourceAudience.of(caller), department, dataset, state);
        var found = sources.list(wanted, page);
        return Paged.of(found.items().stream().map(SourceView::of).toList(), page, found.total());
    }

    @GetMapping("/{name}")
    @Operation(summary = "One source", description = "Its credentials are never shown.")
    @ApiResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", schema = @Schema(type = "string", example = "\"4\"")))
    ResponseEntity<SourceView> get(@PathVariable String name, Caller caller) {
        return answer(ResponseEntity.ok(), find.named(name, caller));
    }

    @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Lay down a source, or change it", description = """
                    For stewards of the department and administrators, and only for hosts that the operator allows. \
                    Changing asks If-Match. Credentials that are left out stay as they are, as long as the host stays \
                    the same; type NONE takes them away.""")
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    @ApiResponse(responseCode = "412", description = "Changed since it was fetched, or it exists already")
    @ApiResponse(responseCode = "428", description = "It exists and If-Match is lacking")
    ResponseEntity<SourceView> put(
            @PathVariable String name,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Parameter(description = "ETag of what is replaced", example = "\"4\"")
                    @Nullable
                    String ifMatch,
            @RequestHeader(value = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Parameter(description = "* to make it only if it does not exist", example = "*")
                    @Nullable
                    String ifNoneMatch,
            @RequestBody @Valid Submission submission,
            Caller caller) {
        if (!DatasetName.isValid(name)) {
            throw new SourceProblem.Invalid(List.of(new InvalidInput("path", "name", DatasetName.RULE, null, null)));
        }
        var definition = submission.definition(properties.lateAfter());
        var isNew = layDown.put(name, definition, Precondition.of(ifMatch, ifNoneMatch), caller);
        var answer = isNew ? ResponseEntity.created(URI.create(PATH + name)) : ResponseEntity.ok();
        return answer(answer, find.named(name, caller));
    }

    @DeleteMapping("/{name}")
    @Operation(
            summary = "Remove a source",
            description = "What it brought stays; its credentials are gone. Asks If-Match.")
    @ApiResponse(responseCode = "204", description = "Removed")
    @ApiResponse(responseCode = "412", description = "Changed since it was fetched")
    @ApiResponse(responseCode = "428", description = "If-Match is lacking")
    ResponseEntity<Void> remove(
            @PathVariable String name,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Parameter(description = "ETag of what is removed", example = "\"4\"")
                    @Nullable
                    String ifMatch,
            Caller caller) {
        layDown.remove(find.named(name, caller), Precondition.of(ifMatch, null));
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/{name}/pause")
    @Operation(summary = "Pause a source", description = "It is not gone to any more, unless somebody asks for a run.")
    ResponseEntity<SourceView> pause(@PathVariable String name, Caller caller) {
        layDown.pause(find.named(name, caller), true);
        return answer(ResponseEntity.ok(), find.named(name, caller));
    }

    @DeleteMapping("/{name}/pause")
    @Operation(summary = "Resume a source", description = "From its next scheduled moment on.")
    ResponseEntity<SourceView> resume(@PathVariable String name, Caller caller) {
        layDown.pause(find.named(name, caller), false);
        return answer(ResponseEntity.ok(), find.named(name, caller));
    }

    private static ResponseEntity<SourceView> answer(ResponseEntity.BodyBuilder answer, Source source) {
        return answer.eTag(Precondition.tag(source)).body(SourceView.of(source));
    }

    @Schema(name = "SourceSubmission")
    record Submission(
            @Schema(description = "Name", example = "fietstellingen") @NotBlank
            String dataset,

            @Schema(description = "Slug", example = "mobiliteit") @NotBlank
            String department,

            @NotNull Kind kind,

            @Schema(
                    description = "Of the file, the S3 endpoint, the CKAN site, the WFS, the collection, the layer; "
                            + "sftp://host/path, a folder ending in /",
                    example = "https://data.example.nl/tellingen.csv")
            @NotNull
            URI address,

            @Nullable String bucket,
            @Nullable String region,

            @Schema(description = "One object of the bucket, instead of the newest") @Nullable
            String key,

            @Schema(description = "Of the bucket's objects the newest under it counts") @Nullable
            String prefix,

            @Schema(description = "Feature type of a WFS") @Nullable
            String layer,

            @Schema(description = "Id of a CKAN resource") @Nullable
            String resource,

            @Schema(description = "SSH server's public key", example = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI…")
            @Nullable
            String hostKey,

            @Schema(example = "1000") @Nullable Integer pageSize,

            @Schema(description = "Instead of what the other side says", example = "text/csv") @Nullable
            String mediaType,

            @Nullable String fileName,
            @NotNull Schedule schedule,

            @Schema(description = "How late a run may be, ISO 8601", type = "string", example = "PT1H") @Nullable
            Duration lateAfter,

            @Schema(description = "How long there may be nothing new", type = "string", example = "P8D") @Nullable
            Duration freshWithin,

            @Valid @Nullable Secret credentials) {

        Definition definition(Duration usualLateAfter) {
            var origin = new Origin(
                    kind, address, bucket, region, key, prefix, layer, resource, hostKey, pageSize, mediaType,
                    fileName);
            return new Definition(
                    dataset,
                    department,
                    origin,
                    schedule,
                    lateAfter == null ? usualLateAfter : lateAfter,
                    freshWithin,
                    credentials == null ? null : credentials.credentials(),
                    credentials != null && credentials.credentials() == null);
        }
    }

    @Schema(name = "SourceCredentials", description = "Kept encrypted, never shown again")
    record Secret(
            @NotNull CredentialsType type,

            @Schema(description = "Or the access key of S3") @Nullable
            String username,

            @Schema(description = "Password, token, key, secret key, or private key in OpenSSH's format") @Nullable
            String secret,

            @Schema(description = "Header of an API key", example = "X-Api-Key") @Nullable
            String header,

            @Schema(description = "Of the private key") @Nullable
            String passphrase) {

        @Nullable
        Credentials credentials() {
            return type == CredentialsType.NONE
                    ? null
                    : new Credentials(
                            Credentials.Type.valueOf(type.name()),
                            username,
                            secret == null ? "" : secret,
                            header,
                            passphrase);
        }

        @Override
        public String toString() {
            return "Secret[" + type + "]";
        }
    }

    enum CredentialsType {
        NONE,
        BASIC,
        BEARER,
        API_KEY,
        S3,
        SSH_KEY
    }
}
