package nl.datakade.access;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.testkit.TestEvents;
import org.jspecify.annotations.Nullable;

/** A dataset as the other services would announce it, with one table of nuisance reports. */
final class Given {

    private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");
    private static final String QUERY = """
            select * from (values
                (1::bigint, 'Jansen', '012345672', '2511 AB', date '1984-05-17', 'parkeren', 12::bigint),
                (2, 'De Vries', '123456782', '2512 CD', date '1990-01-02', 'groen', 7),
                (3, 'Bakker', '111222333', '2511 XY', date '2001-11-30', 'parkeren', 30))
            t(id, naam, bsn, postcode, geboren, afdeling, minuten)""";

    final UUID id = UUID.randomUUID();
    final String name;
    private long revision = 1;
    private String department = "openbare-ruimte";

    Given(String prefix) {
        this.name = prefix + "-"
                + HexFormat.of().toHexDigits(id.getMostSignificantBits()).substring(0, 8);
    }

    String sql() {
        return name.replace('-', '_');
    }

    /** Of another department than the others. */
    Given of(String slug) {
        department = slug;
        return this;
    }

    /** Registered, with every role held by the person of that name. */
    Given registered(Confidentiality confidentiality, PersonalData personal) {
        return dataset(DatasetState.Status.REGISTERED, new Classification(confidentiality, personal), roles());
    }

    Given dataset(DatasetState.Status status, @Nullable Classification classification, List<RoleHolder> roles) {
        TestEvents.publish(new DatasetState(
                id,
                revision++,
                name,
                List.of(),
                department,
                status,
                name,
                null,
                List.of(),
                List.of(),
                null,
                null,
                classification,
                roles,
                null,
                NOW));
        return this;
    }

    /** Withdrawn by its owner; it was public. */
    Given takenBack() {
        return dataset(
                DatasetState.Status.WITHDRAWN,
                new Classification(Confidentiality.PUBLIC, PersonalData.NONE),
                List.of());
    }

    static List<RoleHolder> roles() {
        return List.of(
                new RoleHolder(Role.DATA_OWNER, Api.subject("owner")),
                new RoleHolder(Role.DATA_STEWARD, Api.subject("steward")),
                new RoleHolder(Role.ACCESS_GRANTOR, Api.subject("grantor")));
    }

    Given version(ObjectStore objects) {
        return version(objects, 1);
    }

    Given version(ObjectStore objects, int version) {
        return version(objects, version, QUERY, "naam", "afdeling", null);
    }

    /** As when a steward says that certain values of the department mean that it is missing. */
    Given versionReadOtherwise(ObjectStore objects, int version) {
        return version(objects, version, QUERY, "naam", "afdeling", "5d41402abc4b2a76b9719d911017c592");
    }

    /** As when a steward sets that these two columns are called by each other's names. */
    Given versionWithExchangedNames(ObjectStore objects, int version) {
        var exchanged =
                QUERY.replace("naam, bsn, postcode, geboren, afdeling", "afdeling, bsn, postcode, geboren, naam");
        return version(objects, version, exchanged, "afdeling", "naam", null);
    }

    private Given version(
            ObjectStore objects, int version, String query, String second, String sixth, @Nullable String instruction) {
        var key = "tables/" + id + "/" + version + "/1/meldingen/part-0.parquet";
        var part = parquet(objects, key, query);
        var columns = List.of(
                column(1, "id", "BIGINT"),
                column(2, second, "VARCHAR"),
                column(3, "bsn", "VARCHAR"),
                column(4, "postcode", "VARCHAR"),
                column(5, "geboren", "DATE"),
                new VersionState.Column(6, sixth, sixth, "VARCHAR", null, instruction),
                column(7, "minuten", "BIGINT"));
        TestEvents.publish(new VersionState(
                id,
                name,
                "openbare-ruimte",
                version,
                1,
                1,
                UUID.randomUUID(),
                "0".repeat(64),
                100,
                "text/csv",
                VersionState.Outcome.READ,
                null,
                List.of(new VersionState.Table("meldingen", 3, 3, 0, columns, List.of(part))),
                List.of(),
                null,
                NOW,
                NOW));
        return this;
    }

    /** A second version, of fewer bytes and without rows, that quality released. */
    Given emptied() {
        TestEvents.publish(new VersionState(
                id,
                name,
                "openbare-ruimte",
                2,
                1,
                1,
                UUID.randomUUID(),
                "1".repeat(64),
                10,
                "text/csv",
                VersionState.Outcome.READ,
                null,
                List.of(new VersionState.Table("meldingen", 0, 0, 0, List.of(column(1, "id", "BIGINT")), List.of())),
                List.of(),
                null,
                NOW,
                NOW));
        TestEvents.publish(new ScoreState(
                id,
                2,
                1,
                revision++,
                90.0,
                java.util.Map.of(),
                ScoreState.Verdict.RELEASED,
                List.of(),
                List.of(),
                null,
                NOW));
        return this;
    }

    /** What {@link #version} told of holds no more. */
    Given withdrawn() {
        TestEvents.publish(new VersionState(
                id,
                name,
                "openbare-ruimte",
                1,
                2,
                1,
                UUID.randomUUID(),
                "0".repeat(64),
                100,
                "text/csv",
                VersionState.Outcome.WITHDRAWN,
                "withdrawn",
                List.of(),
                List.of(),
                null,
                NOW,
                NOW,
                null,
                new VersionState.Ending(NOW, Api.subject("steward"), "Verkeerd bestand gestuurd")));
        return this;
    }

    Given score(ScoreState.Verdict verdict, boolean personalRecognised) {
        return score(verdict, personalRecognised, "person-name");
    }

    /** With what the second column is taken for. */
    Given score(ScoreState.Verdict verdict, boolean personalRecognised, String meaning) {
        return score(1, verdict, personalRecognised, meaning);
    }

    Given score(int version, ScoreState.Verdict verdict, boolean personalRecognised, String meaning) {
        var recognised = new ArrayList<ScoreState.Column>();
        if (personalRecognised) {
            recognised.add(new ScoreState.Column("meldingen", 2, "naam", meaning, true, 1));
            recognised.add(new ScoreState.Column("meldingen", 3, "bsn", "bsn", true, 1));
            recognised.add(new ScoreState.Column("meldingen", 4, "postcode", "postcode", false, 1));
            recognised.add(new ScoreState.Column("meldingen", 5, "geboren", "birth-date", true, 1));
        }
        TestEvents.publish(new ScoreState(
                id, version, 1, revision++, 90.0, java.util.Map.of(), verdict, List.of(), recognised, null, NOW));
        return this;
    }

    /** A steward released it although a column is gone. */
    Given releasedByException() {
        TestEvents.publish(new ScoreState(
                id,
                1,
                1,
                revision++,
                70.0,
                java.util.Map.of(),
                ScoreState.Verdict.RELEASED,
                List.of(),
                List.of(),
                Api.subject("steward"),
                NOW,
                List.of(),
                java.util.Map.of(),
                null,
                List.of("column-lost")));
        return this;
    }

    private static VersionState.Column column(int id, String name, String type) {
        return new VersionState.Column(id, name, name, type, null);
    }

    private static VersionState.Part parquet(ObjectStore objects, String key, String query) {
        try (var engine = DriverManager.getConnection("jdbc:duckdb:");
                var statement = engine.createStatement()) {
            var file = Files.createTempFile("given", ".parquet");
            statement.execute("copy (" + query + ") to '" + file + "' (format parquet)");
            objects.put(key, "application/vnd.apache.parquet", file);
            var sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return new VersionState.Part(
                    key, 3, Files.size(file), HexFormat.of().formatHex(sha256));
        } catch (SQLException | IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
