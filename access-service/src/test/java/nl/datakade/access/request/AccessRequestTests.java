package nl.datakade.access.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessRequestTests {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Set<Approval> BOTH = Set.of(Approval.GRANTOR, Approval.PRIVACY);

    @Test
    void isGrantedByTheLastApprovalItTakes() {
        var request = request(BOTH);
        assertThat(request.approve(Approval.GRANTOR, "grantor", null, NOW)).isFalse();
        assertThat(request.waitingFor()).containsExactly(Approval.PRIVACY);
        assertThat(request.approve(Approval.PRIVACY, "privacy", null, NOW)).isTrue();
        assertThat(request.status()).isEqualTo(AccessRequest.Status.GRANTED);
    }

    @Test
    void isNotApprovedByWhoAsks() {
        var request = request(BOTH);
        assertThatThrownBy(() -> request.approve(Approval.GRANTOR, "analyst", null, NOW))
                .isInstanceOf(RequestProblem.OwnRequest.class);
        assertThatThrownBy(() -> request.refuse("no", "analyst", NOW)).isInstanceOf(RequestProblem.OwnRequest.class);
    }

    @Test
    void takesTwoPeopleForTwoApprovals() {
        var request = request(BOTH);
        request.approve(Approval.GRANTOR, "somebody", null, NOW);
        assertThatThrownBy(() -> request.approve(Approval.PRIVACY, "somebody", null, NOW))
                .isInstanceOf(RequestProblem.FourEyes.class);
    }

    @Test
    void takesNoApprovalItDoesNotNeed() {
        var request = request(Set.of(Approval.GRANTOR));
        assertThatThrownBy(() -> request.approve(Approval.PRIVACY, "privacy", null, NOW))
                .isInstanceOf(RequestProblem.NotWaiting.class);
    }

    @Test
    void keepsWhySomebodySaidYes() {
        var request = request(BOTH);
        request.approve(Approval.GRANTOR, "grantor", "Past bij het doel", NOW);
        assertThat(request.approvals())
                .containsExactly(new AccessRequest.Given(Approval.GRANTOR, "grantor", "Past bij het doel", NOW));
    }

    @Test
    void takesMoreWhenTheRulesBecomeStricterAndNeverLess() {
        var request = request(Set.of(Approval.GRANTOR));
        request.refer(BOTH);
        assertThat(request.approve(Approval.GRANTOR, "grantor", null, NOW)).isFalse();
        request.refer(Set.of(Approval.GRANTOR));
        assertThat(request.approve(Approval.PRIVACY, "privacy", null, NOW)).isTrue();
    }

    @Test
    void isDecidedOnce() {
        var request = request(BOTH);
        request.refuse("Niet nodig", "grantor", NOW);
        assertThat(request.reason()).isEqualTo("Niet nodig");
        assertThat(request.waitingFor()).isEmpty();
        assertThatThrownBy(() -> request.approve(Approval.PRIVACY, "privacy", null, NOW))
                .isInstanceOf(RequestProblem.Decided.class);
        assertThatThrownBy(() -> request.refuse("x", "privacy", NOW)).isInstanceOf(RequestProblem.Decided.class);
    }

    private static AccessRequest request(Set<Approval> needs) {
        var request = new AccessRequest(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "analyst",
                UUID.randomUUID(),
                "onderzoek",
                LocalDate.of(2026, 6, 1),
                false,
                NOW);
        request.refer(needs);
        return request;
    }
}
