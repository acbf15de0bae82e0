package nl.datakade.contracts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.datakade.contracts.catalog.Loosening.Approval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooseningTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    CONFIDENTIAL, PERSONAL, PUBLIC,       NONE,     true
                    CONFIDENTIAL, PERSONAL, CONFIDENTIAL, NONE,     true
                    CONFIDENTIAL, PERSONAL, INTERNAL,     SPECIAL,  true
                    INTERNAL,     NONE,     PUBLIC,       NONE,     true
                    INTERNAL,     CRIMINAL, INTERNAL,     SPECIAL,  true
                    PUBLIC,       NONE,     INTERNAL,     NONE,     false
                    PUBLIC,       NONE,     PUBLIC,       NONE,     false
                    INTERNAL,     NONE,     SECRET,       CRIMINAL, false""")
    void isLooserWhenEitherAxisIsLower(
            Confidentiality from,
            PersonalData fromPersonal,
            Confidentiality to,
            PersonalData toPersonal,
            boolean looser) {
        assertThat(Loosening.isLooser(new Classification(from, fromPersonal), new Classification(to, toPersonal)))
                .isEqualTo(looser);
    }

    @Test
    void aFirstClassificationIsLooserOnlyWhenItIsPublic() {
        assertThat(Loosening.isLooser(null, new Classification(Confidentiality.PUBLIC, PersonalData.NONE)))
                .isTrue();
        assertThat(Loosening.isLooser(null, new Classification(Confidentiality.INTERNAL, PersonalData.NONE)))
                .isFalse();
    }

    @Test
    void oneWhoHoldsBothRolesDecidesForOneOfThem() {
        var owner = new Approval(Role.DATA_OWNER, "a");

        assertThat(Loosening.mayAdd(owner, List.of(), "p")).isTrue();
        assertThat(Loosening.mayAdd(new Approval(Role.PRIVACY_OFFICER, "a"), List.of(owner), "p"))
                .isFalse();
        assertThat(Loosening.mayAdd(new Approval(Role.DATA_OWNER, "b"), List.of(owner), "p"))
                .isFalse();
        assertThat(Loosening.mayAdd(new Approval(Role.ACCESS_GRANTOR, "b"), List.of(owner), "p"))
                .isFalse();
        assertThat(Loosening.mayAdd(new Approval(Role.PRIVACY_OFFICER, "b"), List.of(owner), "p"))
                .isTrue();
    }

    @Test
    void whoeverProposedDoesNotApproveAsPrivacyOfficer() {
        var owner = new Approval(Role.DATA_OWNER, "a");
        var officer = new Approval(Role.PRIVACY_OFFICER, "a");

        assertThat(Loosening.mayAdd(officer, List.of(), "a")).isFalse();
        assertThat(Loosening.mayAdd(officer, List.of(new Approval(Role.DATA_OWNER, "b")), "a"))
                .isFalse();
        assertThat(Loosening.mayAdd(officer, List.of(), "b")).isTrue();
        assertThat(Loosening.mayAdd(owner, List.of(), "a")).isTrue();
    }

    @Test
    void itTakesEffectWhenBothRolesApproved() {
        var owner = new Approval(Role.DATA_OWNER, "a");
        var officer = new Approval(Role.PRIVACY_OFFICER, "b");

        assertThat(Loosening.missing(List.of())).isEqualTo(Loosening.DECIDED_BY);
        assertThat(Loosening.missing(List.of(owner))).isEqualTo(Set.of(Role.PRIVACY_OFFICER));
        assertThat(Loosening.missing(List.of(owner, officer))).isEmpty();
    }
}
