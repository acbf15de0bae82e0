package nl.datakade.catalog.dataset;

import java.util.Map;
import java.util.Set;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState.Status;
import nl.datakade.platform.security.Caller;

/**
 * Who may know of a dataset: everybody who is signed in, but for a draft that is confidential or secret; of that only
 * its department, its role holders and those who watch over all datasets.
 */
public record Visibility(Caller caller) {

    private static final Set<String> OVERSEERS = Set.of("privacy", "fg", "admin", "service");

    /** The same rule for a query over {@code dataset d}; its parameters are {@link #parameters()}. */
    public static final String SQL = """
            (:overseer or d.status <> 'DRAFT' or d.confidentiality is null
             or d.confidentiality not in ('CONFIDENTIAL', 'SECRET')
             or d.department = any (:departments)
             or exists (select from dataset_role r where r.dataset_id = d.id and r.person = :caller))""";

    public Map<String, Object> parameters() {
        return Map.of(
                "overseer",
                isOverseer(),
                "departments",
                caller.departments().toArray(String[]::new),
                "caller",
                caller.subject());
    }

    boolean includes(Dataset dataset) {
        var said = dataset.registration();
        return isOverseer()
                || dataset.status() != Status.DRAFT
                || said.classification() == null
                || !isSensitive(said.classification().confidentiality())
                || caller.worksFor(dataset.department())
                || said.people().contains(caller.subject());
    }

    private boolean isOverseer() {
        return caller.roles().stream().anyMatch(OVERSEERS::contains);
    }

    private static boolean isSensitive(Confidentiality confidentiality) {
        return switch (confidentiality) {
            case PUBLIC, INTERNAL -> false;
            case CONFIDENTIAL, SECRET -> true;
        };
    }
}
