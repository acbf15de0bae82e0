package nl.datakade.quality.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.quality.Given;
import nl.datakade.quality.profile.ColumnProfile;
import nl.datakade.quality.profile.ColumnProfile.Measures;
import nl.datakade.quality.profile.ColumnProfile.Withheld;
import nl.datakade.quality.profile.Profile;
import nl.datakade.quality.profile.TableProfile;
import nl.datakade.quality.semantic.ValueKind;
import org.junit.jupiter.api.Test;

class ScoringTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    @Test
    void whatWasNotMeasuredIsNeitherGoodNorBad() {
        var score = Score.of(List.of(
                Measurement.of(Metric.CELLS_FILLED, 90, 100),
                Measurement.of(Metric.COLUMNS_USED, 2, 4),
                Measurement.none(Metric.FRESHNESS)));

        // (3 × 0.9 + 1 × 0.5) / 4
        assertThat(score.byCode()).containsExactly(Map.entry("compleetheid", 80.0));
        assertThat(score.overall()).isEqualTo(80.0);
        assertThat(Score.of(List.of()).overall()).isNull();
    }

    @Test
    void theDayOfDeliveryIsThatOfTheCity() {
        // half past midnight of the first of June in Amsterdam
        var version = Given.version(UUID.randomUUID(), 1, Outcome.READ, Given.table("t", 1, 0, "datum DATE"));
        var landed = new VersionState(
                version.datasetId(),
                version.dataset(),
                version.department(),
                1,
                1,
                1,
                version.deliveryId(),
                version.sha256(),
                version.size(),
                version.mediaType(),
                Outcome.READ,
                null,
                version.tables(),
                List.of(),
                version.manifestKey(),
                Instant.parse("2026-05-31T22:30:00Z"),
                Instant.parse("2026-05-31T22:31:00Z"));
        var measures = new Measures(0, 0, 0, 0, LocalDate.of(2025, 5, 30), 0, 0, null, null, null);
        var column = new ColumnProfile(
                1,
                "datum",
                "datum",
                "DATE",
                ValueKind.DATE,
                1,
                0,
                1,
                true,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                Withheld.NOTHING,
                measures);
        var table = new TableProfile("t", 1, 0, List.of(), false, null, List.of(column));

        var score = Scoring.of(landed, new Profile(LocalDate.of(2026, 6, 1), List.of(table)), null, null, ZONE);

        // 367 days old of the 366 that cost nothing
        assertThat(score.byCode()).containsEntry("actualiteit", 99.9);
    }

    @Test
    void dimensionsWeighAsDocumented() {
        var score = Score.of(List.of(
                Measurement.of(Metric.CELLS_FILLED, 1, 1),
                Measurement.of(Metric.COORDINATES_PRECISE, 0, 1),
                Measurement.of(Metric.TITLE, 1, 1)));

        // (15 × 100 + 5 × 0 + 10 × 100) / 30
        assertThat(score.overall()).isEqualTo(83.3);
        assertThat(Arrays.stream(Dimension.values()).mapToInt(Dimension::weight).sum())
                .isEqualTo(100);
    }

    @Test
    void rejectedRowsAndMissingRolesCost() {
        var id = UUID.randomUUID();
        var version = Given.version(id, 1, Outcome.READ, Given.table("t", 95, 5, "a BIGINT"));
        var poor = Description.of(Given.dataset(id, 1, PersonalData.NONE));
        var rich = Description.of(Given.dataset(
                id,
                2,
                PersonalData.NONE,
                Given.holder(Role.DATA_OWNER, "a"),
                Given.holder(Role.SOURCE_HOLDER, "b"),
                Given.holder(Role.DATA_STEWARD, "c")));

        var measured = new Profile(LocalDate.of(2026, 3, 1), List.of());
        var before = Scoring.of(version, measured, poor, null, ZONE);
        var after = Scoring.of(version, measured, rich, null, ZONE);

        // (3 × 0.95 + 1 × 1) / 4: rows accepted, and read without remarks
        assertThat(before.byCode()).containsEntry("validiteit", 96.3);
        // delivery kept (1) of delivery kept, owner and source holder (1 + 2 + 2)
        assertThat(before.byCode()).containsEntry("traceerbaarheid", 20.0);
        assertThat(after.byCode()).containsEntry("traceerbaarheid", 100.0).containsEntry("validiteit", 96.3);
        assertThat(after.overall()).isGreaterThan(before.overall());
        assertThat(Scoring.of(version, null, rich, null, ZONE))
                .as("a description is no score of what was not measured")
                .isEqualTo(Score.none());
    }

    @Test
    void aDescriptionNobodyWroteIsMeasuredAsSuch() {
        var metadata = Description.of(Given.dataset(UUID.randomUUID(), 1, PersonalData.NONE));

        var score = Score.of(DescriptionMetrics.of(metadata));

        // title 1, description 3 × 31/150, theme 1, keyword 1, classification 1, no steward, licence not asked: 4.62 of
        // 8
        assertThat(score.byCode()).containsEntry("begrijpelijkheid", 57.8);
    }
}
