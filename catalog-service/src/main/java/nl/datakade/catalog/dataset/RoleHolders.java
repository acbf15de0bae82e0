package nl.datakade.catalog.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.datakade.catalog.department.People;
import nl.datakade.catalog.department.Person;
import nl.datakade.contracts.catalog.DatasetState.Status;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether those who fill the roles are who they should be, as Keycloak knows them. Who decides about others holds the
 * realm role for it, was appointed by somebody else, and is another person than the privacy officer.
 */
@Component
class RoleHolders {

    private final People people;

    RoleHolders(People people) {
        this.people = people;
    }

    /**
     * What is known of the people of a change.
     *
     * @param counting who of a registration's role holders count
     * @param ownershipWaits whether the present owner has to consent
     */
    record Judgement(Function<Registration, Set<Holder>> counting, boolean ownershipWaits) {

        List<Gap> gaps(Registration said) {
            return Gap.in(said, counting.apply(said));
        }
    }

    /**
     * Those who count: active, of the department where their role asks that, with the realm role where it decides about
     * others. A newcomer who does not count is an error; who has left since is no error, but fills the role no more.
     */
    Judgement judge(Registration said, @Nullable Dataset present, Caller caller, List<InvalidInput> errors) {
        if (present != null && standsAsItWas(present, said)) {
            return new Judgement(registration -> registration.roles(), false);
        }
        var before = present == null ? null : present.registration();
        var subjects = new HashSet<>(said.people());
        if (before != null) {
            subjects.addAll(before.people());
        }
        var known = people.find(subjects);
        checkHolders(said, before, known, caller, errors);
        return new Judgement(
                registration -> counting(registration, known),
                before != null && ownershipWaits(said, before, known, caller, errors));
    }

    private static void checkHolders(
            Registration said,
            @Nullable Registration before,
            Map<String, Person> known,
            Caller caller,
            List<InvalidInput> errors) {
        var present = before == null ? Set.<Holder>of() : before.roles();
        var index = 0;
        for (var holder : said.roles()) {
            var field = "roles[" + index++ + "].person";
            if (present.contains(holder)) {
                continue;
            }
            var lacking = lacking(holder, said.department(), known);
            if (lacking != null) {
                errors.add(InvalidInput.body(field, lacking));
            }
            if (holder.role().realmRole() != null && holder.person().equals(caller.subject())) {
                errors.add(InvalidInput.body(field, "{expected.appointed-by-another}"));
            }
        }
        if (!present.equals(said.roles()) && isOwnPrivacyOfficer(said.roles())) {
            errors.add(InvalidInput.body("roles", "{expected.other-privacy-officer}"));
        }
    }

    /** Whether one person is both privacy officer and owner or access grantor: then two decisions are one person's. */
    static boolean isOwnPrivacyOfficer(Set<Holder> roles) {
        return roles.stream()
                .filter(holder -> holder.role() == Role.PRIVACY_OFFICER)
                .anyMatch(officer -> roles.contains(new Holder(Role.DATA_OWNER, officer.person()))
                        || roles.contains(new Holder(Role.ACCESS_GRANTOR, officer.person())));
    }

    /** An owner who is there is not replaced behind their back, nor left behind in another department. */
    private static boolean ownershipWaits(
            Registration said,
            Registration before,
            Map<String, Person> known,
            Caller caller,
            List<InvalidInput> errors) {
        var owner = before.owner();
        if (owner == null || !isThere(owner, before, known) || owner.equals(caller.subject()) || caller.is("admin")) {
            return false;
        }
        if (said.owner() == null) {
            errors.add(InvalidInput.body("roles", "{expected.owner-stays}"));
            return false;
        }
        if (!owner.equals(said.owner())) {
            return true;
        }
        if (!isThere(owner, said, known)) {
            errors.add(InvalidInput.body("department", "{expected.department-of-owner}"));
        }
        return false;
    }

    private static boolean isThere(String owner, Registration said, Map<String, Person> known) {
        return lacking(new Holder(Role.DATA_OWNER, owner), said.department(), known) == null;
    }

    /** Those who count, among people by their subject. */
    static Set<Holder> counting(Registration said, Map<String, Person> known) {
        return said.roles().stream()
                .filter(holder -> lacking(holder, said.department(), known) == null)
                .collect(Collectors.toSet());
    }

    /** What was found right before is not asked again, so that describing goes on while Keycloak is away. */
    private static boolean standsAsItWas(Dataset present, Registration said) {
        var before = present.registration();
        return before.roles().equals(said.roles())
                && before.department().equals(said.department())
                && present.status() == Status.REGISTERED;
    }

    /** What should be true of the person and is not; null when they count. */
    static @Nullable String lacking(Holder holder, String department, Map<String, Person> known) {
        var person = known.get(holder.person());
        var ofDepartment = holder.role().isOfDepartment();
        if (person == null || !person.active()) {
            return ofDepartment ? "{expected.member}" : "{expected.active-person}";
        }
        if (ofDepartment && !person.departments().contains(department)) {
            return "{expected.member}";
        }
        var realmRole = holder.role().realmRole();
        return realmRole == null || person.roles().contains(realmRole)
                ? null
                : "{expected.realm-role:" + realmRole + "}";
    }

    /** Whether the person may decide as the dataset's owner today. */
    static boolean isOwner(String person, Registration said, Map<String, Person> known) {
        return Objects.equals(said.owner(), person) && isThere(person, said, known);
    }
}
