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
                     and %2$s || ' ' || coalesce(%3$s, '') = any (:%4$sToDepartment)))""".formatted(holds, status, confidentiality, level, department);
    }

    /** Of {@link #known} and {@link #visible} together. */
    public static Map<String, Object> parameters(Caller caller) {
        var viewer = caller.viewer();
        var parameters = new HashMap<String, Object>();
        parameters.put("viewer", viewer.subject());
        parameters.put("viewerDepartments", viewer.departments().toArray(String[]::new));
        parameters.put("viewerSeesAll", Visibility.seesAll(viewer));
        put(parameters, "ToOthers", Visibility::toOthers);
        put(
                parameters,
                "ToDepartment",
                (confidentiality, status) -> Visibility.toDepartment(viewer, confidentiality, status));
        return parameters;
    }

    /** The rule for those who are related to a dataset in one way. */
    private interface Rule {
        Visibility of(@Nullable Confidentiality confidentiality, Status status);
    }

    private static void put(Map<String, Object> parameters, String to, Rule rule) {
        parameters.put("known" + to, cells(rule, Visibility.NAMED_ONLY));
        parameters.put("visible" + to, cells(rule, Visibility.VISIBLE));
    }

    private static String[] cells(Rule rule, Visibility least) {
        var cells = new ArrayList<String>();
        for (var status : Status.values()) {
            for (var confidentiality : confidentialities()) {
                if (rule.of(confidentiality, status).isAtLeast(least)) {
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
