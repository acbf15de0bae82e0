package nl.datakade.catalog.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.datakade.catalog.department.Person;
import nl.datakade.contracts.catalog.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleHoldersTests {

    private static final Map<String, Person> KNOWN = Map.of(
            "member", person("member", true, "groen"),
            "leaver", person("leaver", false, "groen"),
            "other", person("other", true, "parkeren"));

    @ParameterizedTest
    @CsvSource({
        "DATA_OWNER, member, true",
        "DATA_OWNER, leaver, false",
        "DATA_OWNER, other, false",
        "DATA_OWNER, nobody, false",
        "SOURCE_HOLDER, other, false",
        "DATA_STEWARD, other, false",
        "ACCESS_GRANTOR, other, false",
        "CUSTODIAN, other, true",
        "PRIVACY_OFFICER, other, true",
        "PRIVACY_OFFICER, leaver, false"
    })
    void countsWhoIsActiveAndOfTheDepartmentWhereTheRoleAsksThat(Role role, String person, boolean counts) {
        var holder = new Holder(role, person);

        assertThat(RoleHolders.counting(registration(holder), KNOWN).contains(holder))
                .isEqualTo(counts);
    }

    private static Person person(String id, boolean active, String department) {
        return new Person(id, id, active, Set.of("owner", "grantor", "privacy"), Set.of(department));
    }

    private static Registration registration(Holder holder) {
        return new Registration(
                "groen",
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(holder),
                List.of(),
                null,
                null);
    }
}
