package nl.datakade.platform.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState.Status;
import nl.datakade.contracts.catalog.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * The rule {@link Visibility} as a condition in SQL, for lists and counts. What a department and what others see is asked
 * of the rule for each combination of status and confidentiality and handed over as arrays, so that the two cannot differ.
 *
 * @param department expression of the dataset's department
 * @param holds condition that the caller, {@code :viewer}, holds a role in the dataset
 * @param confidentiality expression, null for none
 * @param status expression
 */
public record VisibilityCondition(String department, String holds, String confidentiality, String status) {

    /** The caller may know that the dataset exists; its parameters are {@link #parameters}. */
    public String known() {
        return condition("known");
    }

    /** The caller sees everything of it. */
    public String visible() {
        return condition("visible");
    }

    private String condition(String level) {
        return """
                (:viewerSeesAll or %1$s
                 or %2$s || ' ' || coalesce(%3$s, '') = any (:%4$sToOthers)
                 or (%5$s = any (:viewerDepartments)
                     and (:viewerGoverns or %2$s || ' ' || coalesce(%3$s, '') = any (:%4$sToDepartment))))""".formatted(holds, status, confidentiality, level, department);
    }

    /** Of {@link #known} and {@link #visible} together. */
    public static Map<String, Object> parameters(Caller caller) {
        var viewer = caller.viewer();
        var parameters = new HashMap<String, Object>();
        parameters.put("viewer", viewer.subject());
        parameters.put("viewerDepartments", viewer.departments().toArray(String[]::new));
        parameters.put("viewerSeesAll", Visibility.seesAll(viewer));
        parameters.put("viewerGoverns", Visibility.governs(viewer));
        parameters.put("knownToOthers", cells(false, Visibility.NAMED_ONLY));
        parameters.put("visibleToOthers", cells(false, Visibility.VISIBLE));
        parameters.put("knownToDepartment", cells(true, Visibility.NAMED_ONLY));
        parameters.put("visibleToDepartment", cells(true, Visibility.VISIBLE));
        return parameters;
    }

    private static String[] cells(boolean department, Visibility least) {
        var cells = new ArrayList<String>();
        for (var status : Status.values()) {
            for (var confidentiality : confidentialities()) {
                var seen = department
                        ? Visibility.toDepartment(confidentiality)
                        : Visibility.toOthers(confidentiality, status);
                if (seen.isAtLeast(least)) {
                    cells.add(status + " " + (confidentiality == null ? "" : confidentiality));
                }
            }
        }
        return cells.toArray(String[]::new);
    }

    private static List<@Nullable Confidentiality> confidentialities() {
        var all = new ArrayList<@Nullable Confidentiality>(List.of(Confidentiality.values()));
        all.add(null);
        return all;
    }
}
