package nl.datakade.access.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.datakade.access.policy.Proposal.Decision;
import nl.datakade.contracts.catalog.Role;
import org.junit.jupiter.api.Test;

/** One person who holds every role decides in one of them. */
class ProposalTests {

    @Test
    void whoProposedAsOwnerDoesNotDecideAsPrivacyOfficer() {
        var proposal = proposal("everything");
        assertThat(proposal.mayDecide(Role.DATA_OWNER, "everything")).isTrue();
        assertThat(proposal.mayDecide(Role.PRIVACY_OFFICER, "everything")).isFalse();
        assertThat(proposal.mayDecide(Role.PRIVACY_OFFICER, "somebody else")).isTrue();
    }

    @Test
    void whoApprovedInOneCapacityDoesNotApproveInTheOther() {
        var asOwner = proposal("steward", Role.DATA_OWNER);
        assertThat(asOwner.mayDecide(Role.PRIVACY_OFFICER, "everything")).isFalse();
        assertThat(asOwner.mayDecide(Role.DATA_OWNER, "somebody else")).isFalse();
        assertThat(asOwner.missing()).containsExactly(Role.PRIVACY_OFFICER);
        var asOfficer = proposal("steward", Role.PRIVACY_OFFICER);
        assertThat(asOfficer.mayDecide(Role.DATA_OWNER, "everything")).isFalse();
        assertThat(asOfficer.mayDecide(Role.DATA_OWNER, "somebody else")).isTrue();
    }

    @Test
    void noOtherRoleDecides() {
        for (var role : List.of(Role.DATA_STEWARD, Role.ACCESS_GRANTOR, Role.CUSTODIAN, Role.SOURCE_HOLDER)) {
            assertThat(proposal("steward").mayDecide(role, "somebody else"))
                    .as("%s", role)
                    .isFalse();
        }
    }

    private static Proposal proposal(String by, Role... approved) {
        return new Proposal(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Proposal.Kind.POLICY,
                List.of(),
                null,
                "basis",
                null,
                by,
                Instant.EPOCH,
                Proposal.Status.OPEN,
                null,
                null,
                Stream.of(approved)
                        .map(role -> new Decision(role, "everything", true, "nodig", Instant.EPOCH))
                        .toList());
    }
}
