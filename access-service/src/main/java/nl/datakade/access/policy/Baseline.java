package nl.datakade.access.policy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.datakade.contracts.ingest.VersionState;

/**
 * The most that one person may decide to show of each column of a dataset. A column of which that is less than all of
 * it is a personal column. It is one by what quality recognised in any version and nobody cleared; in a dataset that
 * holds personal data, or that nobody classified yet, also when nobody recognised anything in it.
 */
public final class Baseline {

    static final String BSN = "bsn";
    private static final Treatment SHOW = new Treatment.Show();
    private static final Treatment HIDE = new Treatment.Hide();
    private static final Treatment PSEUDONYM = new Treatment.Pseudonym();

    private final List<Recognised> recognised;
    private final List<Clearance> clearances;
    private final boolean personal;
    private final boolean scored;

    /**
     * @param recognised in any version
     * @param personal whether the dataset holds personal data, or may do so as far as is known
     * @param scored whether quality has looked at the version in question
     */
    Baseline(List<Recognised> recognised, List<Clearance> clearances, boolean personal, boolean scored) {
        this.recognised = List.copyOf(recognised);
        this.clearances = List.copyOf(clearances);
        this.personal = personal;
        this.scored = scored;
    }

    Treatment of(String table, VersionState.Column column) {
        var found = recognised(table, column);
        if (found.isEmpty()) {
            return personal || !scored ? HIDE : SHOW;
        }
        return found.stream()
                .filter(meaning -> !cleared(meaning))
                .map(meaning -> Suggestion.treatment(meaning, column.type(), personal))
                .reduce(Strictness::stricter)
                .orElse(SHOW);
    }

    boolean isPersonal(String table, VersionState.Column column) {
        return !(of(table, column) instanceof Treatment.Show);
    }

    /** The meanings for which the column is a personal one. */
    Set<String> meanings(String table, VersionState.Column column) {
        return recognised(table, column).stream()
                .filter(meaning -> !cleared(meaning))
                .filter(meaning -> !(Suggestion.treatment(meaning, column.type(), personal) instanceof Treatment.Show))
                .map(Recognised::meaning)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether this treatment may be decided for the column at all: citizen service numbers are shown to nobody. */
    boolean allows(Treatment treatment, String table, VersionState.Column column) {
        return !meanings(table, column).contains(BSN) || Strictness.showsNoMore(treatment, PSEUDONYM);
    }

    /** What holds now of a treatment that was decided. */
    Treatment limit(Treatment decided, boolean byTwo, String table, VersionState.Column column) {
        if (!byTwo) {
            return Strictness.stricter(decided, of(table, column));
        }
        return meanings(table, column).contains(BSN) ? Strictness.stricter(decided, PSEUDONYM) : decided;
    }

    /** By id, and by name: a column that was lost and came back has another id. */
    private List<Recognised> recognised(String table, VersionState.Column column) {
        return recognised.stream()
                .filter(found -> found.table().equals(table)
                        && (found.column() == column.id() || found.name().equals(column.name())))
                .toList();
    }

    private boolean cleared(Recognised meaning) {
        return clearances.stream().anyMatch(clearance -> clearance.covers(meaning));
    }
}
