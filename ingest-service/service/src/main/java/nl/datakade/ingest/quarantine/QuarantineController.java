package nl.datakade.ingest.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.datakade.ingest.delivery.Delivery.State;
import nl.datakade.ingest.quarantine.Quarantine.Item;
import nl.datakade.ingest.reason.Reason;
import nl.datakade.ingest.reason.Reasons;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Quarantine", description = "Versions that somebody must do something about")
class QuarantineController {

    private final Quarantine quarantine;
    private final Reasons reasons;
    private final MessageSource messages;

    QuarantineController(Quarantine quarantine, Reasons reasons, MessageSource messages) {
        this.quarantine = quarantine;
        this.reasons = reasons;
        this.messages = messages;
    }

    @GetMapping("/ingest/v1/quarantine")
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary =
                    "Versions held back, failed or sent back; those that wait for you first, then the longest waiting",
            description =
                    "Why, since when and whose move it is, with links to what you may do about it. For departments"
                            + " theirs, for people those of their departments and of datasets on which they have a role, for those"
                            + " who watch over the platform all. A version is off the list once a later one is released; one that"
                            + " was sent back once its department delivers again, or after ninety days.")
    Paged<View> list(
            @Parameter(description = "Name of a dataset", example = "fietstellingen")
                    @RequestParam(required = false)
                    @Nullable
                    String dataset,
            @Parameter(description = "Number of a version", example = "4") @RequestParam(required = false) @Nullable
                    Integer version,
            @Parameter(description = "Slug", example = "mobiliteit") @RequestParam(required = false) @Nullable
                    String department,
            @Parameter(description = "A code", example = "column-lost") @RequestParam(required = false) @Nullable
                    String reason,
            @Parameter(description = "Whose move it is") @RequestParam(required = false) @Nullable Move move,
            @Parameter(description = "Whether it is your own move; both when left out")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean yours,
            @Valid @ParameterObject Page page,
            Caller caller,
            Locale locale) {
        var filter = new Quarantine.Filter(dataset, version, department, reason, move, yours);
        var found = quarantine.list(caller, filter, page);
        return Paged.of(
                found.items().stream().map(item -> view(item, caller, locale)).toList(), page, found.total());
    }

    @GetMapping("/ingest/v1/quarantine/facets")
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "The departments and datasets that have a version on the list, to choose from",
            description = "Slugs and names of all that you see there, each once, in alphabetical order.")
    Quarantine.Facets facets(Caller caller) {
        return quarantine.facets(caller);
    }

    @Schema(name = "QuarantinedVersion")
    record View(
            String dataset,
            String department,
            int version,
            UUID deliveryId,

            @Schema(implementation = State.class, example = "HELD_BACK")
            State state,

            List<Reason> reasons,

            @Schema(description = "When it was held back, failed or sent back")
            Instant since,

            Instant receivedAt,
            Move move,

            @Schema(description = "Whose move it is, in words", example = "its steward")
            String moveText,

            @Schema(description = "Whether it is your own move")
            boolean yours,

            Links links) {}

    @Schema(
            name = "QuarantineLinks",
            description = "The last five only for whom they are, and only where they can be done")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Links(
            String delivery,
            String version,

            @Schema(description = "Left out when it was sent back, for then it has none") @Nullable
            String score,

            @Schema(description = "POST a reason") @Nullable String release,

            @Schema(description = "PATCH how it is read; not for observations") @Nullable
            String reading,

            @Schema(description = "POST to have it read again; not for observations") @Nullable
            String readings,

            @Schema(description = "POST a message to its department; not for observations") @Nullable
            String rejections,

            @Schema(description = "POST a reason; not for observations") @Nullable
            String withdrawal) {}

    private View view(Item item, Caller caller, Locale locale) {
        return new View(
                item.dataset(),
                item.department(),
                item.version(),
                item.deliveryId(),
                item.state(),
                why(item, locale),
                item.since(),
                item.receivedAt(),
                item.move(),
                words("quarantine.move." + item.move().name().toLowerCase(Locale.ROOT), locale),
                item.yours(),
                links(item, caller));
    }

    private List<Reason> why(Item item, Locale locale) {
        return item.message() == null
                ? reasons.of(item.reasons(), item.breaches(), item.tables(), locale)
                : List.of(reasons.sentBack(item.message(), locale));
    }

    private String words(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** What each address decides by itself too; a link that leads to a refusal would help nobody. */
    private static Links links(Item item, Caller caller) {
        var path = "/v1/datasets/" + item.dataset() + "/versions/" + item.version();
        var delivery = "/ingest/v1/deliveries/" + item.deliveryId();
        if (item.state().isEnded()) {
            return new Links(delivery, "/ingest" + path, null, null, null, null, null, null);
        }
        var inDepartment = caller.worksFor(item.department());
        var named = caller.is("steward") && item.stewards().contains(caller.subject());
        var steward = named || (caller.is("steward") && item.stewards().isEmpty() && inDepartment);
        var answers = steward || item.owners().contains(caller.subject());
        var sender = caller.is("department") && inDepartment;
        var watcher = caller.is("privacy") || caller.is("fg");
        var file = !item.stream();
        return new Links(
                delivery,
                "/ingest" + path,
                "/quality" + path + "/score",
                named && item.state() == State.HELD_BACK ? "/quality" + path + "/release" : null,
                file && steward ? "/ingest" + path + "/reading" : null,
                file && (steward || caller.is("admin")) ? "/ingest" + path + "/readings" : null,
                file && answers ? "/ingest" + path + "/rejections" : null,
                file && (answers || sender || watcher) ? "/ingest" + path + "/withdrawal" : null);
    }
}
