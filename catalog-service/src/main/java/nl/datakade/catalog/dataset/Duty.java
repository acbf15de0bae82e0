package nl.datakade.catalog.dataset;

import java.util.EnumSet;
import java.util.Set;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.security.Caller;

/** What somebody may do to a dataset's registration. */
enum Duty {
    /** Say what it is about. */
    DESCRIBE,
    /** Say who answers for it, how it is classified, under which terms it may be used and what it is called. */
    GOVERN;

    /** Of a caller towards a department's datasets in general. */
    static Set<Duty> of(Caller caller, String department) {
        var answersForIt = caller.worksFor(department) && (caller.is("steward") || caller.is("owner"));
        return answersForIt || caller.is("admin") ? EnumSet.allOf(Duty.class) : EnumSet.noneOf(Duty.class);
    }

    /** Of a caller towards one dataset: a role in it counts too. */
    static Set<Duty> of(Caller caller, String department, Set<Holder> roles) {
        var duties = of(caller, department);
        for (var holder : roles) {
            if (holder.person().equals(caller.subject())) {
                duties.addAll(of(holder.role()));
            }
        }
        return duties;
    }

    private static Set<Duty> of(Role role) {
        return switch (role) {
            case DATA_OWNER, DATA_STEWARD -> EnumSet.allOf(Duty.class);
            case SOURCE_HOLDER -> EnumSet.of(DESCRIBE);
            case CUSTODIAN, ACCESS_GRANTOR, PRIVACY_OFFICER -> EnumSet.noneOf(Duty.class);
        };
    }
}
