package nl.datakade.quality.rule;

import java.util.ArrayList;
import java.util.List;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.contracts.ingest.VersionState.Table;
import nl.datakade.quality.profile.Profile;
import org.jspecify.annotations.Nullable;

/** The rules in one readable list, without a database or a clock, so that each can be tested by itself. */
public final class Rules {
    /** Share of the rows that may be rejected where the dataset's contract says nothing. */
    public static final double REJECT_LIMIT = 0.01;

    private static final double FAR_FEWER = 0.5;

    private Rules() {}

    /**
     * What a version breaks, blocking or not.
     *
     * @param profile null when there are no tables
     * @param classification null as long as nobody classified the dataset
     * @param rejectLimit the contract's, or {@link #REJECT_LIMIT}
     * @param previous the version released before this one, if any
     */
    public static List<Breach> broken(
            VersionState version,
            @Nullable Profile profile,
            @Nullable Classification classification,
            double rejectLimit,
            @Nullable VersionState previous) {
        var breaches = new ArrayList<Breach>();
        if (version.outcome() == Outcome.UNREADABLE) {
            breaches.add(Breach.of(Rule.UNREADABLE, version.reason() == null ? "" : version.reason()));
        }
        if (version.outcome() == Outcome.READ) {
            breaches.addAll(rows(version, rejectLimit));
        }
        if (profile != null) {
            breaches.addAll(Declared.check(profile, classification));
        }
        if (version.outcome() == Outcome.READ && previous != null) {
            breaches.addAll(Drift.between(previous, version));
            breaches.addAll(fewer(version, previous));
        }
        return List.copyOf(breaches);
    }

    private static List<Breach> rows(VersionState version, double rejectLimit) {
        var rows = version.tables().stream().mapToLong(Table::rows).sum();
        var rowsIn = version.tables().stream().mapToLong(Table::rowsIn).sum();
        var rejected = version.tables().stream().mapToLong(Table::rejectedRows).sum();
        var breaches = new ArrayList<Breach>();
        if (rows == 0) {
            breaches.add(Breach.of(Rule.NO_ROWS, Long.toString(rowsIn)));
        } else {
            version.tables().stream()
                    .filter(table -> table.rows() == 0)
                    .forEach(table -> breaches.add(Breach.in(table.name(), Rule.EMPTY_TABLE)));
        }
        if (rejected > rejectLimit * rowsIn) {
            breaches.add(Breach.of(
                    Rule.TOO_MANY_REJECTS,
                    Long.toString(rejected),
                    Long.toString(rowsIn),
                    Double.toString(Math.round(rejectLimit * 10_000) / 100.0)));
        }
        return breaches;
    }

    private static List<Breach> fewer(VersionState version, VersionState previous) {
        var before = previous.tables().stream().mapToLong(Table::rows).sum();
        var now = version.tables().stream().mapToLong(Table::rows).sum();
        return now > 0 && now < FAR_FEWER * before
                ? List.of(Breach.of(Rule.FAR_FEWER_ROWS, Long.toString(now), Long.toString(before)))
                : List.of();
    }
}
