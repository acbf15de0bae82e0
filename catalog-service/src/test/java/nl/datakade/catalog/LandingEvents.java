package nl.datakade.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.datakade.contracts.ingest.DeliveryLanded;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;
import org.jspecify.annotations.Nullable;

/** What ingest and quality would announce. */
public final class LandingEvents {

    private static final Instant AT = Instant.parse("2026-03-02T06:15:00Z");
    private static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private LandingEvents() {}

    public static DeliveryLanded landed(UUID dataset, String name, String department, int version) {
        var delivery = UUID.randomUUID();
        return new DeliveryLanded(
                dataset,
                name,
                department,
                delivery,
                version,
                "landing/" + dataset + "/" + delivery + "/content",
                2048,
                SHA256,
                "text/csv",
                UUID.randomUUID().toString(),
                AT);
    }

    /** A reading with one table of 99 rows and 1 rejected row, with the columns of those names. */
    public static VersionState read(
            UUID dataset, String name, String department, int version, int reading, String... columns) {
        var table = new VersionState.Table("tellingen", 100, 99, 1, columns(columns), List.of());
        return new VersionState(
                dataset,
                name,
                department,
                version,
                reading,
                reading,
                UUID.randomUUID(),
                SHA256,
                2048,
                "text/csv",
                VersionState.Outcome.READ,
                null,
                List.of(table),
                List.of(),
                "tables/" + dataset + "/" + version + "/" + reading + "/manifest.json",
                AT,
                AT.plusSeconds(2));
    }

    /** The same version, taken back after it was sent to correct the one before it. */
    public static VersionState withdrawn(VersionState version) {
        return new VersionState(
                version.datasetId(),
                version.dataset(),
                version.department(),
                version.version(),
                version.revision() + 1,
                version.reading(),
                version.deliveryId(),
                version.sha256(),
                version.size(),
                version.mediaType(),
                VersionState.Outcome.WITHDRAWN,
                "withdrawn",
                List.of(),
                List.of(),
                null,
                AT,
                AT.plusSeconds(9),
                new VersionState.Correction(version.version() - 1, "Telpunt F07 telde dubbel"),
                new VersionState.Ending(AT.plusSeconds(9), "a", "Verkeerd bestand gestuurd"));
    }

    public static ScoreState scored(
            UUID dataset, int version, int reading, @Nullable Double score, ScoreState.Verdict verdict) {
        return new ScoreState(
                dataset,
                version,
                reading,
                reading,
                score,
                Map.of("compleetheid", 99.0),
                verdict,
                verdict == ScoreState.Verdict.RELEASED ? List.of() : List.of("too-many-rejects"),
                List.of(),
                null,
                AT.plusSeconds(4));
    }

    /** A steward released it although a column is gone. */
    public static ScoreState releasedByException(UUID dataset, int version) {
        return new ScoreState(
                dataset,
                version,
                1,
                1,
                70.0,
                Map.of("compleetheid", 99.0),
                ScoreState.Verdict.RELEASED,
                List.of(),
                List.of(),
                "a",
                AT.plusSeconds(4),
                List.of(),
                Map.of(),
                null,
                List.of("column-lost"));
    }

    /** The file was a picture. */
    public static ScoreState noScore(UUID dataset, int version) {
        return new ScoreState(
                dataset,
                version,
                1,
                1,
                null,
                Map.of(),
                ScoreState.Verdict.HELD_BACK,
                List.of("no-table"),
                List.of(),
                null,
                AT.plusSeconds(4),
                List.of(),
                Map.of(),
                ScoreState.NoScore.NO_TABLE,
                List.of());
    }

    public static VersionState withoutATable(UUID dataset, String name, String department, int version) {
        return new VersionState(
                dataset,
                name,
                department,
                version,
                1,
                1,
                UUID.randomUUID(),
                SHA256,
                2048,
                "image/png",
                VersionState.Outcome.NOT_TABULAR,
                "not-tabular",
                List.of(),
                List.of(),
                null,
                AT,
                AT.plusSeconds(2));
    }

    private static List<VersionState.Column> columns(String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(index -> new VersionState.Column(index + 1, names[index], names[index], "VARCHAR", null))
                .toList();
    }
}
