package nl.datakade.access.activity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everybody in the city can read the register; who guards privacy keeps it. */
@RestController
class ActivityController {

    private static final String PATH = "/access/v1/activities";

    private final Activities activities;

    ActivityController(Activities activities) {
        this.activities = activities;
    }

    record View(
            UUID id,
            int version,
            boolean active,
            @JsonUnwrapped Activity.Body body,
            Instant changedAt,
            Links links) {

        static View of(Activity activity) {
            return new View(
                    activity.id(),
                    activity.version(),
                    activity.active(),
                    activity.body(),
                    activity.changedAt(),
                    new Links(PATH + "/" + activity.id(), PATH + "/" + activity.id() + "/versions"));
        }
    }

    record Links(String self, String versions) {}

    /** @param changedBy who gave it this form */
    record VersionView(@JsonUnwrapped View activity, String changedBy) {}

    @Operation(summary = "The register of processing activities")
    @GetMapping(PATH)
    @PreAuthorize("isAuthenticated()")
    Paged<View> list(@Valid @ParameterObject Page page) {
        var found = activities.list(page);
        return Paged.of(found.items().stream().map(View::of).toList(), page, found.total());
    }

    @Operation(summary = "One processing activity")
    @GetMapping(PATH + "/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<View> one(@PathVariable String id) {
        return answer(activities.find(id).orElseThrow(() -> new ActivityProblem.Unknown(id)));
    }

    @Operation(summary = "How a processing activity read before")
    @GetMapping(PATH + "/{id}/versions")
    @PreAuthorize("isAuthenticated()")
    List<VersionView> versions(@PathVariable String id) {
        var activity = activities.find(id).orElseThrow(() -> new ActivityProblem.Unknown(id));
        return activities.versions(activity.id()).stream()
                .map(version -> new VersionView(View.of(version.activity()), version.changedBy()))
                .toList();
    }

    @Operation(summary = "Enter a processing activity")
    @PostMapping(PATH)
    @PreAuthorize("hasAnyRole('privacy', 'admin')")
    ResponseEntity<View> add(@Valid @RequestBody Activity.Body body, Caller caller) {
        var added = activities.add(body, caller.subject());
        var view = View.of(added);
        return ResponseEntity.created(URI.create(view.links().self()))
                .eTag(added.tag())
                .body(view);
    }

    /**
     * Changes what the register holds; {@code active=false} ends its use as a purpose, and
     * without it that stays as it is. If-Match has to name the version
     * that was seen.
     */
    @Operation(summary = "Change a processing activity")
    @PutMapping(PATH + "/{id}")
    @PreAuthorize("hasAnyRole('privacy', 'admin')")
    ResponseEntity<View> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Activity.Body body,
            @RequestParam(required = false) @Nullable Boolean active,
            Caller caller) {
        return answer(activities.change(id, body, active, ifMatch, caller.subject()));
    }

    private static ResponseEntity<View> answer(Activity activity) {
        return ResponseEntity.ok().eTag(activity.tag()).body(View.of(activity));
    }
}
