package nl.datakade.quality.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.contracts.ingest.VersionState.Severity;
import nl.datakade.contracts.ingest.VersionState.Table;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.quality.profile.Profile;
import org.jspecify.annotations.Nullable;

/** The rules in one readable list, without a database or a clock, so that each can be tested by itself. */
public final class Rules {
    /** Share of the rows that may be rejected where the dataset's contract says nothing. */
    public static final double REJECT_LIMIT = 0.01;

    private static final double FAR_FEWER = 0.5;
    private static final double FAR_MORE = 3;
    private static final double NEARLY_ALL_GONE = 0.1;
    private static final long MANY_ROWS = 100;

    /** What happens by itself to a stream: its oldest rows leave, those with a field that nobody sends any more among them. */
    private static final Set<Rule> BY_AGE =
            Set.of(Rule.NO_ROWS, Rule.EMPTY_TABLE, Rule.NEARLY_ALL_ROWS_GONE, Rule.FAR_FEWER_ROWS, Rule.COLUMN_EMPTIED);

    private Rules() {}

    /**
     * What a version breaks, blocking or not.
     *
     * @param profile null when there are no tables
     * @param classification null as long as nobody classified the dataset
     * @param rejectLimit the contract's, or {@link #REJECT_LIMIT}
     * @param previous the version released before this one, if any
     * @param previousProfile of that version
     */
    public static List<Breach> broken(
            VersionState version,
            @Nullable Profile profile,
            @Nullable Classification classification,
            double rejectLimit,
            @Nullable VersionState previous,
            @Nullable Profile previousProfile) {
        var breaches = new ArrayList<Breach>();
        if (version.outcome() == Outcome.UNREADABLE) {
            breaches.add(Breach.of(Rule.UNREADABLE, version.reason() == null ? "" : version.reason()));
        }
        if (version.outcome() == Outcome.NOT_TABULAR) {
            breaches.add(Breach.of(Rule.NO_TABLE));
        }
        if (version.outcome() == Outcome.READ) {
            breaches.addAll(rows(version, rejectLimit));
            breaches.addAll(contract(version));
        }
        if (profile != null) {
            breaches.addAll(Declared.check(profile, classification));
        }
        if (version.outcome() == Outcome.READ && previous != null) {
            breaches.addAll(Drift.between(previous, version, column -> isEmpty(previousProfile, column)));
            breaches.addAll(volume(version, previous));
            if (profile != null && previousProfile != null) {
                breaches.addAll(Shift.between(previousProfile, profile));
            }
        }
        return breaches.stream()
                .filter(breach -> !version.ofStream() || !BY_AGE.contains(breach.rule()))
                .toList();
    }

    /**
     * What a version breaks of which the profile is kept no longer: as it was found then, but for what depends on how the
     * dataset is classified now.
     *
     * @param columns those that were found to mean something
     */
    public static List<Breach> brokenStill(
            List<Breach> breaches, List<ScoreState.Column> columns, @Nullable Classification classification) {
        return Stream.concat(
                        breaches.stream().filter(breach -> !Declared.RULES.contains(breach.rule())),
                        Declared.check(columns, classification).stream())
                .toList();
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
        } else if (rejected > 0) {
            breaches.add(Breach.of(Rule.ROWS_REJECTED, Long.toString(rejected), Long.toString(rowsIn)));
        }
        return breaches;
    }

    /** What the reader says is in the way of use, although it made tables: a column that must be there is not. */
    private static List<Breach> contract(VersionState version) {
        return version.findings().stream()
                .filter(finding -> finding.severity() == Severity.BLOCKING)
                .map(finding ->
                        new Breach(Rule.CONTRACT_BROKEN, finding.table(), finding.column(), List.of(finding.code())))
                .toList();
    }

    private static boolean isEmpty(@Nullable Profile profile, VersionState.Column column) {
        return profile != null
                && profile.tables().stream()
                        .flatMap(table -> table.columns().stream())
                        .anyMatch(measured -> measured.id() == column.id()
                                && measured.name().equals(column.name())
                                && measured.filled() == 0);
    }

    private static List<Breach> volume(VersionState version, VersionState previous) {
        var before = previous.tables().stream().mapToLong(Table::rows).sum();
        var now = version.tables().stream().mapToLong(Table::rows).sum();
        if (now == 0 || before == 0) {
            return List.of();
        }
        var gone = before >= MANY_ROWS && now < NEARLY_ALL_GONE * before;
        var rule = gone
                ? Rule.NEARLY_ALL_ROWS_GONE
                : now < FAR_FEWER * before ? Rule.FAR_FEWER_ROWS : now > FAR_MORE * before ? Rule.FAR_MORE_ROWS : null;
        return rule == null ? List.of() : List.of(Breach.of(rule, Long.toString(now), Long.toString(before)));
    }
}
