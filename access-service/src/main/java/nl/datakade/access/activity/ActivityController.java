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
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
    View one(@PathVariable String id) {
        return View.of(activities.find(id).orElseThrow(() -> new ActivityProblem.Unknown(id)));
    }

    @Operation(summary = "How a processing activity read before")
    @GetMapping(PATH + "/{id}/versions")
    @PreAuthorize("isAuthenticated()")
    List<View> versions(@PathVariable String id) {
        var activity = activities.find(id).orElseThrow(() -> new ActivityProblem.Unknown(id));
        return activities.versions(activity.id()).stream().map(View::of).toList();
    }

    @Operation(summary = "Enter a processing activity")
    @PostMapping(PATH)
    @PreAuthorize("hasAnyRole('privacy', 'admin')")
    ResponseEntity<View> add(@Valid @RequestBody Activity.Body body, Caller caller) {
        var view = View.of(activities.add(body, caller.subject()));
        return ResponseEntity.created(URI.create(view.links().self())).body(view);
    }

    /** Changes what the register holds; {@code active=false} ends its use as a purpose. */
    @Operation(summary = "Change a processing activity")
    @PutMapping(PATH + "/{id}")
    @PreAuthorize("hasAnyRole('privacy', 'admin')")
    View change(
            @PathVariable String id,
            @Valid @RequestBody Activity.Body body,
            @RequestParam(required = false) @Nullable Boolean active,
            Caller caller) {
        return View.of(activities.change(id, body, active == null || active, caller.subject()));
    }
}
