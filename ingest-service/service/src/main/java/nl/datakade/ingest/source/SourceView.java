package nl.datakade.ingest.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import nl.datakade.source.pull.Credentials;
import nl.datakade.source.pull.Kind;
import org.jspecify.annotations.Nullable;

/** A source as it is shown: everything but its secrets. */
@Schema(name = "Source")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceView(
        @Schema(example = "tellingen-van-buiten") String name,
        String dataset,
        String department,
        Kind kind,
        URI address,
        @Nullable String bucket,
        @Nullable String region,
        @Nullable String key,
        @Nullable String prefix,
        @Nullable String layer,
        @Nullable String resource,
        @Nullable String hostKey,
        @Nullable Integer pageSize,
        @Nullable String mediaType,
        @Nullable String fileName,
        Schedule schedule,
        @Schema(type = "string", example = "PT1H") String lateAfter,

        @Schema(type = "string", example = "PT192H") @Nullable
        String freshWithin,

        @Nullable Kept credentials,
        Source.State state,
        @Schema(description = "A run is under way") boolean running,
        Instant nextRunAt,

        @Schema(description = "Last run that succeeded") @Nullable
        Instant servedAt,

        @Schema(description = "Last run that brought something new") @Nullable
        Instant landedAt,

        Instant createdAt,
        Instant changedAt,
        Links links) {

    static SourceView of(Source source) {
        var origin = source.origin();
        var type = source.credentialsType();
        var since = source.credentialsSince();
        return new SourceView(
                source.name(),
                source.dataset(),
                source.department(),
                origin.kind(),
                origin.address(),
                origin.bucket(),
                origin.region(),
                origin.key(),
                origin.prefix(),
                origin.layer(),
                origin.resource(),
                origin.hostKey(),
                origin.pageSize(),
                origin.mediaType(),
                origin.fileName(),
                source.schedule(),
                source.lateAfter().toString(),
                source.freshWithin() == null ? null : source.freshWithin().toString(),
                type == null || since == null ? null : new Kept(type, since),
                source.state(),
                source.running(),
                source.nextRunAt(),
                source.servedAt(),
                source.landedAt(),
                source.createdAt(),
                source.changedAt(),
                new Links(
                        SourceController.PATH + source.name(),
                        SourceController.PATH + source.name() + "/runs",
                        SourceController.PATH + source.name() + "/pause",
                        "/catalog/v1/datasets/" + source.dataset()));
    }

    @Schema(name = "SourceCredentialsKept", description = "That there are credentials, and since when")
    record Kept(Credentials.Type type, Instant since) {}

    @Schema(name = "SourceLinks")
    record Links(String self, String runs, String pause, String dataset) {}
}
