package nl.datakade.contracts.catalog;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may know of a dataset. Every service asks this one rule, and none has another.
 *
 * <table>
 * <caption>Who sees what; each line holds for those whom no line above it names</caption>
 * <tr><th>caller</th><th>sees</th></tr>
 * <tr><td>overseer: realm role privacy, fg or admin</td><td>everything</td></tr>
 * <tr><td>a service of the platform: realm role service</td><td>everything</td></tr>
 * <tr><td>holder of any role in the dataset</td><td>everything</td></tr>
 * <tr><td>steward or owner of its department: the realm role, and a member of the department</td>
 *     <td>everything but SECRET; of SECRET the drafts, because until a dataset is registered nobody else can classify it
 *     and appoint its role holders</td></tr>
 * <tr><td>other member of its department, a person or the department's client</td><td>everything but SECRET</td></tr>
 * <tr><td>everybody else who is signed in</td><td>PUBLIC and INTERNAL; of CONFIDENTIAL the name once it is
 *     registered; nothing of SECRET and of what nobody has classified</td></tr>
 * </table>
 *
 * <p>PUBLIC and INTERNAL differ in who needs a grant for the content, not in who may know of the dataset; a draft that is
 * so classified is visible too. A CONFIDENTIAL draft is hidden, because access to a draft cannot be asked for. A withdrawn
 * dataset stays as visible as it was when it was registered: people who used it have to find out that it was withdrawn.
 * What nobody has classified may turn out to be anything, so outside its department it counts as SECRET.
 */
public enum Visibility {
    /** Everything that is not content: description, columns, versions, scores. */
    VISIBLE,
    /** Name, title, department, status, confidentiality and the owner, so that access can be asked for; nothing else. */
    NAMED_ONLY,
    /** For this caller there is no such dataset: every answer is that for a name that nobody has. */
    HIDDEN;

    private static final Set<String> SEE_EVERYTHING = Set.of("privacy", "fg", "admin", "service");
    private static final Set<String> GOVERN_THEIR_DEPARTMENT = Set.of("steward", "owner");

    /**
     * Who asks.
     *
     * @param subject Keycloak subject
     * @param roles realm roles
     * @param departments slugs
     */
    public record Viewer(String subject, Set<String> roles, Set<String> departments) {

        private boolean hasAny(Set<String> wanted) {
            return !Collections.disjoint(roles, wanted);
        }
    }

    /**
     * What the rule needs of a dataset.
     *
     * @param department slug
     * @param holders Keycloak subjects with a role in it
     * @param confidentiality null until somebody has classified it
     */
    public record Dataset(
            String department,
            Set<String> holders,
            @Nullable Confidentiality confidentiality,
            DatasetState.Status status) {

        public static Dataset of(DatasetState state) {
            var classification = state.classification();
            return new Dataset(
                    state.department(),
                    state.roles().stream().map(RoleHolder::person).collect(Collectors.toUnmodifiableSet()),
                    classification == null ? null : classification.confidentiality(),
                    state.status());
        }
    }

    public static Visibility of(Viewer viewer, Dataset dataset) {
        if (seesAll(viewer) || dataset.holders().contains(viewer.subject())) {
            return VISIBLE;
        }
        if (!viewer.departments().contains(dataset.department())) {
            return toOthers(dataset.confidentiality(), dataset.status());
        }
        return toDepartment(viewer, dataset.confidentiality(), dataset.status());
    }

    /** Whether this caller sees every dataset. */
    public static boolean seesAll(Viewer viewer) {
        return viewer.hasAny(SEE_EVERYTHING);
    }

    /** For a member of its department who holds no role in it. */
    public static Visibility toDepartment(
            Viewer member, @Nullable Confidentiality confidentiality, DatasetState.Status status) {
        if (confidentiality != Confidentiality.SECRET) {
            return VISIBLE;
        }
        return status == DatasetState.Status.DRAFT && member.hasAny(GOVERN_THEIR_DEPARTMENT) ? VISIBLE : HIDDEN;
    }

    /** For somebody with no tie to it. */
    public static Visibility toOthers(@Nullable Confidentiality confidentiality, DatasetState.Status status) {
        if (confidentiality == null) {
            return HIDDEN;
        }
        return switch (confidentiality) {
            case PUBLIC, INTERNAL -> VISIBLE;
            case CONFIDENTIAL -> status == DatasetState.Status.DRAFT ? HIDDEN : NAMED_ONLY;
            case SECRET -> HIDDEN;
        };
    }

    /** Whether the caller may know that the dataset exists. */
    public boolean isKnown() {
        return this != HIDDEN;
    }

    /** At least this much: VISIBLE is more than NAMED_ONLY, which is more than HIDDEN. */
    public boolean isAtLeast(Visibility other) {
        return compareTo(other) <= 0;
    }
}
