package nl.datakade.access.projection;

import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** A dataset as catalog announces it. */
public record Dataset(DatasetState state) {

    private static final List<String> OVERSEERS = List.of("privacy", "fg", "admin");

    public UUID id() {
        return state.datasetId();
    }

    public String name() {
        return state.name();
    }

    /** The name as a schema in SQL. */
    public String sqlName() {
        return sqlName(state.name());
    }

    static String sqlName(String name) {
        return name.replace('-', '_');
    }

    public boolean registered() {
        return state.status() == DatasetState.Status.REGISTERED;
    }

    public @Nullable Classification classification() {
        return state.classification();
    }

    public boolean holdsPersonalData() {
        var classification = state.classification();
        return classification != null && classification.personalData() != PersonalData.NONE;
    }

    /** Public and without people in it: nobody needs a grant. */
    public boolean open() {
        var classification = state.classification();
        return classification != null
                && classification.confidentiality() == Confidentiality.PUBLIC
                && classification.personalData() == PersonalData.NONE;
    }

    /** What this caller may know of it. */
    public Visibility visibilityTo(Caller caller) {
        return caller.visibilityOf(Visibility.Dataset.of(state));
    }

    /** Whether this caller may know that it exists. */
    public boolean isKnownTo(Caller caller) {
        return visibilityTo(caller).isKnown();
    }

    public boolean has(Role role) {
        return state.roles().stream().anyMatch(holder -> holder.role() == role);
    }

    private boolean has(Role role, String person) {
        return state.roles().contains(new RoleHolder(role, person));
    }

    /** Whether the caller has this role and is who catalog counts in it: the realm role may be gone, or the department. */
    public boolean isHeldBy(Role role, Caller caller) {
        var realmRole = role.realmRole();
        return has(role, caller.subject())
                && (realmRole == null || caller.is(realmRole))
                && (!role.isOfDepartment() || caller.worksFor(state.department()));
    }

    /** Whether the caller answers for it, by a role in it or as steward or owner of its department, or oversees it. */
    public boolean isAnsweredForBy(Caller caller) {
        return OVERSEERS.stream().anyMatch(caller::is)
                || state.roles().stream().anyMatch(holder -> holder.person().equals(caller.subject()))
                || (caller.worksFor(state.department()) && (caller.is("steward") || caller.is("owner")));
    }

    public boolean isHeldByAny(List<Role> roles, Caller caller) {
        return roles.stream().anyMatch(role -> isHeldBy(role, caller));
    }
}
