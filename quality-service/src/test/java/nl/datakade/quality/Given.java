package nl.datakade.quality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.ingest.VersionState.Column;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.contracts.ingest.VersionState.Part;
import nl.datakade.contracts.ingest.VersionState.Table;

/** States as the other services announce them. */
public final class Given {
    public static final Instant LANDED = Instant.parse("2026-03-01T06:15:00Z");

    private Given() {}

    public static VersionState version(UUID dataset, int version, Outcome outcome, Table... tables) {
        return new VersionState(
                dataset,
                "proef-" + dataset,
                "mobiliteit",
                version,
                1,
                1,
                UUID.randomUUID(),
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                48213,
                "text/csv",
                outcome,
                outcome == Outcome.READ ? null : "not-what-it-claims",
                List.of(tables),
                List.of(),
                outcome == Outcome.READ ? "tables/manifest.json" : null,
                LANDED,
                LANDED.plusSeconds(2));
    }

    public static VersionState version(Table... tables) {
        return version(UUID.randomUUID(), 1, Outcome.READ, tables);
    }

    /** A table without parts: its columns written as {@code name TYPE}. */
    public static Table table(String name, long rows, long rejected, String... columns) {
        return new Table(name, rows + rejected, rows, rejected, columns(columns), List.of());
    }

    public static Table table(String name, long rows, List<Part> parts, String... columns) {
        return new Table(name, rows, rows, 0, columns(columns), parts);
    }

    /** The same in every version, as ingest sees to it. */
    private static int id(String name) {
        return name.hashCode() & 0xFFFF;
    }

    /** The same version, taken back. */
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
                Outcome.WITHDRAWN,
                "withdrawn",
                List.of(),
                List.of(),
                null,
                version.landedAt(),
                LANDED,
                null,
                new VersionState.Ending(LANDED, "a", "Telpunt F07 telde dubbel"));
    }

    private static List<Column> columns(String... columns) {
        return IntStream.range(0, columns.length)
                .mapToObj(index -> {
                    var space = columns[index].indexOf(' ');
                    var name = columns[index].substring(0, space);
                    return new Column(id(name), name, name, columns[index].substring(space + 1), null);
                })
                .toList();
    }

    public static DatasetState dataset(UUID id, long revision, PersonalData personalData, RoleHolder... roles) {
        return dataset(id, revision, new Classification(Confidentiality.INTERNAL, personalData), roles);
    }

    public static DatasetState secret(UUID id, RoleHolder... roles) {
        return dataset(id, 1, new Classification(Confidentiality.SECRET, PersonalData.NONE), roles);
    }

    /** Public, without people in it. */
    public static DatasetState open(UUID id, RoleHolder... roles) {
        return dataset(id, 1, new Classification(Confidentiality.PUBLIC, PersonalData.NONE), roles);
    }

    private static DatasetState dataset(UUID id, long revision, Classification classification, RoleHolder... roles) {
        return new DatasetState(
                id,
                revision,
                "proef-" + id,
                List.of(),
                "mobiliteit",
                DatasetState.Status.REGISTERED,
                "Proef",
                "Een dataset om mee te proberen.",
                List.of("http://publications.europa.eu/resource/authority/data-theme/TRAN"),
                List.of("proef"),
                null,
                null,
                classification,
                List.of(roles),
                null,
                LANDED);
    }

    public static RoleHolder holder(Role role, String person) {
        return new RoleHolder(role, person);
    }
}
