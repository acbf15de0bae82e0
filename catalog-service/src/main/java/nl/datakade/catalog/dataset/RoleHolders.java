package nl.datakade.catalog.dataset;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.datakade.catalog.department.People;
import nl.datakade.catalog.department.Person;
import nl.datakade.contracts.catalog.DatasetState.Status;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether those who fill the roles are who they should be, as Keycloak knows them. */
@Component
class RoleHolders {

    private final People people;

    RoleHolders(People people) {
        this.people = people;
    }

    /**
     * Those who count: active, and of the department where their role asks that. A newcomer who does not count is an
     * error; who has left since is no error, but fills the role no more.
     */
    Set<Holder> counting(Registration said, @Nullable Dataset present, List<InvalidInput> errors) {
        var before = present == null ? Set.<Holder>of() : present.registration().roles();
        if (present != null && standsAsItWas(present, said)) {
            return before;
        }
        var counting = counting(said, people.find(said.people()));
        var index = 0;
        for (var holder : said.roles()) {
            var field = "roles[" + index++ + "].person";
            if (!counting.contains(holder) && !before.contains(holder)) {
                errors.add(InvalidInput.body(
                        field, belongsToDepartment(holder.role()) ? "{expected.member}" : "{expected.active-person}"));
            }
        }
        return counting;
    }

    /** Those who count, among people by their subject. */
    static Set<Holder> counting(Registration said, Map<String, Person> known) {
        return said.roles().stream()
                .filter(holder -> counts(holder, said.department(), known))
                .collect(Collectors.toSet());
    }

    /** What was found right before is not asked again, so that describing goes on while Keycloak is away. */
    private static boolean standsAsItWas(Dataset present, Registration said) {
        var before = present.registration();
        return before.roles().equals(said.roles())
                && before.department().equals(said.department())
                && present.status() == Status.REGISTERED;
    }

    private static boolean counts(Holder holder, String department, Map<String, Person> known) {
        var person = known.get(holder.person());
        return person != null
                && person.active()
                && (!belongsToDepartment(holder.role()) || person.departments().contains(department));
    }

    private static boolean belongsToDepartment(Role role) {
        return switch (role) {
            case DATA_OWNER, SOURCE_HOLDER, DATA_STEWARD, ACCESS_GRANTOR -> true;
            case CUSTODIAN, PRIVACY_OFFICER -> false;
        };
    }
}
