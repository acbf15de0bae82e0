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
import nl.datakade.ingest.delivery.Audience;
import nl.datakade.ingest.delivery.Delivery.State;
import nl.datakade.ingest.quarantine.Quarantine.Item;
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
    private final MessageSource messages;

    QuarantineController(Quarantine quarantine, MessageSource messages) {
        this.quarantine = quarantine;
        this.messages = messages;
    }

    @GetMapping("/ingest/v1/quarantine")
    @PreAuthorize("isAuthenticated()")
    @Operation(
            summary = "Versions held back or failed, the longest first",
            description =
                    "Why, since when and whose move it is, with links to what you may do about it. For departments"
                            + " theirs, for people those of their departments and of datasets on which they have a role, for those"
                            + " who watch over the platform all. A version is off the list once a later one is released.")
    Paged<View> list(
            @Parameter(description = "Name of a dataset", example = "fietstellingen")
                    @RequestParam(required = false)
                    @Nullable
                    String dataset,
            @Parameter(description = "Slug", example = "mobiliteit") @RequestParam(required = false) @Nullable
                    String department,
            @Parameter(description = "A code", example = "column-lost") @RequestParam(required = false) @Nullable
                    String reason,
            @Valid @ParameterObject Page page,
            Caller caller,
            Locale locale) {
        var filter = new Quarantine.Filter(dataset, department, reason);
        var found = quarantine.list(Audience.of(caller), filter, page);
        return Paged.of(
                found.items().stream().map(item -> view(item, caller, locale)).toList(), page, found.total());
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

            @Schema(description = "When it was held back or failed")
            Instant since,

            Instant receivedAt,
            Move move,

            @Schema(description = "Whose move it is, in words", example = "its steward")
            String moveText,

            Links links) {}

    @Schema(name = "QuarantineReason")
    record Reason(
            @Schema(example = "column-lost") String code,

            @Schema(example = "A column of the previous version is gone.")
            String text) {}

    @Schema(name = "QuarantineLinks", description = "The last five only for whom they are")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Links(
            String delivery,
            String version,
            String score,
            @Schema(description = "POST a reason") @Nullable String release,

            @Schema(description = "PATCH how it is read") @Nullable
            String reading,

            @Schema(description = "POST to have it read again") @Nullable
            String readings,

            @Schema(description = "POST a message to its department") @Nullable
            String rejections,

            @Schema(description = "POST a reason") @Nullable String withdrawal) {}

    private View view(Item item, Caller caller, Locale locale) {
        var move = Move.of(item.state(), item.reasons());
        return new View(
                item.dataset(),
                item.department(),
                item.version(),
                item.deliveryId(),
                item.state(),
                item.reasons().stream()
                        .map(code -> new Reason(code, text(code, locale)))
                        .toList(),
                item.since(),
                item.receivedAt(),
                move,
                words("quarantine.move." + move.name().toLowerCase(Locale.ROOT), locale),
                links(item, caller));
    }

    private String text(String code, Locale locale) {
        var text = messages.getMessage("quarantine.reason." + code, null, null, locale);
        return text == null ? words("quarantine.reason.other", locale, code) : text;
    }

    private String words(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** What each address decides by itself too; a link that leads to a refusal would help nobody. */
    private static Links links(Item item, Caller caller) {
        var path = "/v1/datasets/" + item.dataset() + "/versions/" + item.version();
        var inDepartment = caller.worksFor(item.department());
        var named = caller.is("steward") && item.stewards().contains(caller.subject());
        var steward = named || (caller.is("steward") && item.stewards().isEmpty() && inDepartment);
        var owner = item.owners().contains(caller.subject());
        var sender = caller.is("department") && inDepartment;
        var watcher = caller.is("privacy") || caller.is("fg");
        return new Links(
                "/ingest/v1/deliveries/" + item.deliveryId(),
                "/ingest" + path,
                "/quality" + path + "/score",
                named && item.state() == State.HELD_BACK ? "/quality" + path + "/release" : null,
                steward ? "/ingest" + path + "/reading" : null,
                steward || caller.is("admin") ? "/ingest" + path + "/readings" : null,
                steward || owner ? "/ingest" + path + "/rejections" : null,
                steward || owner || sender || watcher ? "/ingest" + path + "/withdrawal" : null);
    }
}
