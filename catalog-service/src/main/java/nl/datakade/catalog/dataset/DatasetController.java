package nl.datakade.catalog.dataset;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One dataset by its name; who may change what stands at {@link Duty}, what waits for others at {@link ChangeSplit}. */
@Tag(name = "datasets", description = "Datasets and their registration")
@RestController
@RequestMapping(DatasetController.PATH)
@PreAuthorize("isAuthenticated()")
class DatasetController {

    static final String PATH = "/catalog/v1/datasets/{name}";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final FindDataset find;
    private final RegisterDataset register;
    private final MergePatch mergePatch;
    private final DatasetViews views;
    private final JsonMapper json;

    DatasetController(
            FindDataset find, RegisterDataset register, MergePatch mergePatch, DatasetViews views, JsonMapper json) {
        this.find = find;
        this.register = register;
        this.mergePatch = mergePatch;
        this.views = views;
        this.json = json;
    }

    @Operation(
            summary = "A dataset",
            description =
                    "What was said of the dataset and what the platform knows of it; of a confidential one, to those it is"
                            + " not visible to, only its name and owner. A former name leads on with 308.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(oneOf = {DatasetView.class, NamedDatasetView.class})),
            headers =
                    @Header(
                            name = "ETag",
                            description = "Revision of the registration",
                            schema = @Schema(type = "string", example = "\"4\"")))
    @GetMapping
    ResponseEntity<Object> get(
            @PathVariable @Parameter(example = "fietstellingen") String name, Caller caller, Locale locale) {
        var dataset = find.known(name, caller);
        var visible = DatasetVisibility.of(dataset, caller) == Visibility.VISIBLE;
        return ResponseEntity.ok()
                .eTag(Precondition.tag(dataset.revision()))
                .body(visible ? views.of(dataset, locale) : views.named(dataset));
    }

    @Operation(summary = "Register a dataset, or replace its whole description", description = """
                    Makes a dataset of a name that nobody has; of an existing one it replaces what was said, and then asks \
                    If-Match with the ETag that was fetched. The dataset is registered as soon as nothing is missing, a \
                    draft until then; the answer names what is missing and who must act.""")
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = DatasetView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Changed or made, but for what others decide first: the proposal is at Location",
            content = @Content(schema = @Schema(implementation = DatasetView.class)))
    @ApiResponse(responseCode = "412", description = "Changed since it was fetched, or it exists already")
    @ApiResponse(responseCode = "428", description = "It exists and If-Match is lacking")
    @ApiResponse(responseCode = "503", description = "Keycloak does not answer, so role holders cannot be looked up")
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DatasetView> put(
            @PathVariable @Parameter(example = "fietstellingen") String name,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Parameter(description = "ETag of what is replaced", example = "\"4\"")
                    @Nullable
                    String ifMatch,
            @RequestHeader(value = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Parameter(description = "* to make it only if it does not exist", example = "*")
                    @Nullable
                    String ifNoneMatch,
            @RequestBody Submission submission,
            Caller caller,
            Locale locale) {
        var outcome = register.put(name, submission, Precondition.of(ifMatch, ifNoneMatch), caller);
        return answer(outcome, locale);
    }

    @Operation(summary = "Change parts of a dataset's description", description = """
                    JSON Merge Patch (RFC 7386): what is named changes, null empties, what is left out stays. A new name \
                    renames the dataset; the former name leads on to it for ever. Asks If-Match.""")
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(
            responseCode = "202",
            description = "Changed, but for what others decide first: the proposal is at Location",
            content = @Content(schema = @Schema(implementation = DatasetView.class)))
    @ApiResponse(responseCode = "409", description = "The new name is or was that of another dataset")
    @ApiResponse(responseCode = "412", description = "Changed since it was fetched")
    @ApiResponse(responseCode = "428", description = "If-Match is lacking")
    @ApiResponse(responseCode = "503", description = "Keycloak does not answer, so role holders cannot be looked up")
    @PatchMapping(consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<DatasetView> patch(
            @PathVariable @Parameter(example = "fietstellingen") String name,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Parameter(description = "ETag of what is changed", example = "\"4\"")
                    @Nullable
                    String ifMatch,
            @RequestBody @Parameter(schema = @Schema(implementation = Submission.class)) JsonNode patch,
            Caller caller,
            Locale locale) {
        var present = find.byName(name, caller);
        readOnly(present, patch, locale);
        var said = mergePatch.apply(Submission.of(present.registration()), patch, Submission.class);
        var changed = register.change(present, newName(patch, name), said, Precondition.of(ifMatch, null), caller);
        return answer(changed, locale);
    }

    /** What waits for others is found at Location, and the rest has taken effect. */
    private ResponseEntity<DatasetView> answer(RegisterDataset.Outcome outcome, Locale locale) {
        var dataset = outcome.dataset();
        var waiting = outcome.waiting();
        if (waiting.isEmpty()) {
            return answer(
                    outcome.created()
                            ? ResponseEntity.created(URI.create(DatasetViews.PATH + dataset.name()))
                            : ResponseEntity.ok(),
                    dataset,
                    locale);
        }
        var location = waiting.size() == 1
                ? ProposalViews.path(dataset.name(), waiting.getFirst().id())
                : DatasetViews.PATH + dataset.name() + "/proposals?status=OPEN";
        return answer(ResponseEntity.accepted().location(URI.create(location)), dataset, locale);
    }

    /** What the service sets may be sent back as it was fetched; anything else would be passed over in silence. */
    private void readOnly(Dataset present, JsonNode patch, Locale locale) {
        var sent = ReadOnly.FIELDS.stream().filter(patch::has).toList();
        if (sent.isEmpty()) {
            return;
        }
        var shown = json.readTree(json.writeValueAsString(views.of(present, locale)));
        var errors = sent.stream()
                .filter(field -> !patch.get(field).equals(shown.path(field)))
                .map(field -> InvalidInput.body(field, "{expected.read-only}"))
                .toList();
        if (!errors.isEmpty()) {
            throw new DatasetProblem.Invalid(errors);
        }
    }

    private static String newName(JsonNode patch, String name) {
        if (!(patch instanceof ObjectNode) || !patch.has("name")) {
            return name;
        }
        if (!patch.get("name").isString()) {
            throw new DatasetProblem.Invalid(List.of(InvalidInput.body("name", "{expected.name}")));
        }
        return patch.get("name").asString();
    }

    private ResponseEntity<DatasetView> answer(ResponseEntity.BodyBuilder answer, Dataset dataset, Locale locale) {
        return answer.eTag(Precondition.tag(dataset.revision())).body(views.of(dataset, locale));
    }
}
