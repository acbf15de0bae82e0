package nl.datakade.contracts.catalog;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change that lets more be seen: a lower classification, a policy that shows more of a personal column, a column
 * cleared of being personal, publication. Two persons decide it, the data owner and a privacy officer. One person who
 * holds both roles decides for one of them only.
 */
public final class Loosening {

    /** Whose approvals a loosening needs. */
    public static final Set<Role> DECIDED_BY = Set.of(Role.DATA_OWNER, Role.PRIVACY_OFFICER);

    private Loosening() {}

    /**
     * One approval.
     *
     * @param role in which it was given, one of {@link #DECIDED_BY}
     * @param person Keycloak subject
     */
    public record Approval(Role role, String person) {}

    /**
     * Whether a classification becomes looser: lower on either axis, or PUBLIC when it was not.
     *
     * @param before null while nobody has classified the dataset; everything but PUBLIC is then a first classification
     */
    public static boolean isLooser(@Nullable Classification before, Classification after) {
        if (before == null) {
            return after.confidentiality() == Confidentiality.PUBLIC;
        }
        return after.confidentiality().compareTo(before.confidentiality()) < 0
                || after.personalData().compareTo(before.personalData()) < 0;
    }

    /**
     * Whether this person may give this approval beside those given: each role once, each person once. Whoever proposed
     * the change does not judge it as privacy officer.
     *
     * @param proposer Keycloak subject
     */
    public static boolean mayAdd(Approval approval, Collection<Approval> given, String proposer) {
        return missing(given).contains(approval.role())
                && !(approval.role() == Role.PRIVACY_OFFICER
                        && approval.person().equals(proposer))
                && given.stream().noneMatch(other -> other.person().equals(approval.person()));
    }

    /** The roles whose approval is still needed; empty when the change may take effect. */
    public static Set<Role> missing(Collection<Approval> given) {
        var missing = EnumSet.copyOf(DECIDED_BY);
        given.forEach(approval -> missing.remove(approval.role()));
        return missing;
    }
}
