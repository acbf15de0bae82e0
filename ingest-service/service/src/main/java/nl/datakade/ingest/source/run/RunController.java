package nl.datakade.ingest.source.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import nl.datakade.ingest.source.FindSource;
import nl.datakade.ingest.source.SourceProblem;
import nl.datakade.platform.security.Caller;
import nl.datakade.platform.web.Page;
import nl.datakade.platform.web.Paged;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/ingest/v1/sources/{name}/runs")
@PreAuthorize("hasAnyRole('steward', 'admin')")
@Tag(name = "Sources")
class RunController {

    private final FindSource find;
    private final RunQueue queue;
    private final Runs runs;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    RunController(
            FindSource find, RunQueue queue, Runs runs, ApplicationEventPublisher events, MessageSource messages) {
        this.find = find;
        this.queue = queue;
        this.runs = runs;
        this.events = events;
        this.messages = messages;
    }

    @GetMapping
    @Operation(summary = "When a source was gone to and what came of it, newest first")
    Paged<View> list(
            @PathVariable String name,
            @RequestParam(required = false) Run.@Nullable State state,
            @Valid @ParameterObject Page page,
            Caller caller,
            @Parameter(hidden = true) Locale locale) {
        var found = runs.of(find.named(name, caller).id(), state, page);
        return Paged.of(
                found.items().stream().map(run -> view(name, run, locale)).toList(), page, found.total());
    }

    @GetMapping("/{run}")
    @Operation(summary = "One run")
    View get(
            @PathVariable String name, @PathVariable UUID run, Caller caller, @Parameter(hidden = true) Locale locale) {
        var found = runs.find(find.named(name, caller).id(), run).orElseThrow(SourceProblem.RunUnknown::new);
        return view(name, found, locale);
    }

    @PostMapping
    @Operation(summary = "Go to a source now", description = "As soon as there is room; of a paused source too.")
    @ApiResponse(responseCode = "202", description = "It waits for its turn")
    @ApiResponse(responseCode = "409", description = "A run is under way, or waits already")
    ResponseEntity<View> ask(
            @PathVariable String name,
            @Parameter(description = "Get everything, though the other side may say that nothing changed")
                    @RequestParam(defaultValue = "false")
                    boolean anew,
            Caller caller,
            @Parameter(hidden = true) Locale locale) {
        var source = find.named(name, caller);
        var id = queue.ask(source, anew, caller);
        events.publishEvent(new Asked());
        var view = view(name, runs.find(source.id(), id).orElseThrow(), locale);
        return ResponseEntity.accepted()
                .location(URI.create(view.links().self()))
                .body(view);
    }

    private View view(String source, Run run, Locale locale) {
        var reason = run.reason();
        return new View(
                run.id(),
                source,
                run.cause(),
                run.state(),
                reason,
                reason == null ? null : explanation(reason, locale),
                run.bytes(),
                run.createdAt(),
                run.startedAt(),
                run.endedAt(),
                new Links(
                        "/ingest/v1/sources/" + source + "/runs/" + run.id(),
                        "/ingest/v1/sources/" + source,
                        run.delivery() == null ? null : "/ingest/v1/deliveries/" + run.delivery()));
    }

    /** What landing refused has the title of its problem. */
    private @Nullable String explanation(String reason, Locale locale) {
        var refused = messages.getMessage("problem." + reason + ".title", null, null, locale);
        return messages.getMessage("source.reason." + reason, null, refused, locale);
    }

    @Schema(name = "SourceRun")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID id,
            String source,
            Run.Cause cause,
            Run.State state,

            @Schema(description = "Why it failed, as a code", example = "credentials-refused") @Nullable
            String reason,

            @Schema(description = "The same in words") @Nullable
            String explanation,

            @Schema(description = "Read from the source") long bytes,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            Links links) {}

    @Schema(name = "SourceRunLinks")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Links(String self, String source, @Nullable String delivery) {}
}
