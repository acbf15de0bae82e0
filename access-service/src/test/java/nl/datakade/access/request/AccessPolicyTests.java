package nl.datakade.access.request;

import static nl.datakade.contracts.catalog.Confidentiality.CONFIDENTIAL;
import static nl.datakade.contracts.catalog.Confidentiality.INTERNAL;
import static nl.datakade.contracts.catalog.Confidentiality.PUBLIC;
import static nl.datakade.contracts.catalog.Confidentiality.SECRET;
import static nl.datakade.contracts.catalog.PersonalData.CRIMINAL;
import static nl.datakade.contracts.catalog.PersonalData.NONE;
import static nl.datakade.contracts.catalog.PersonalData.PERSONAL;
import static nl.datakade.contracts.catalog.PersonalData.SPECIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.datakade.access.activity.Activity;
import nl.datakade.access.activity.LegalBasis;
import nl.datakade.access.request.Decision.Reason;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.PersonalData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccessPolicyTests {

    private static final Activity WITHOUT_BASIS = purpose(null, null, null, true);
    private static final Activity WITH_BASIS = purpose(LegalBasis.PUBLIC_TASK, null, null, true);
    private static final Activity SPECIAL_BASIS = purpose(LegalBasis.PUBLIC_TASK, "UAVG art. 30", "DPIA 2026-4", true);
    private static final Activity BASIS_WITHOUT_DPIA = purpose(LegalBasis.PUBLIC_TASK, "UAVG art. 30", null, true);

    private static final Decision UNNEEDED = new Decision.Unneeded();
    private static final Decision GRANTOR = new Decision.Referral(Set.of(Approval.GRANTOR), 365);
    private static final Decision BOTH = new Decision.Referral(Set.of(Approval.GRANTOR, Approval.PRIVACY), 182);
    private static final Decision NO_BASIS = new Decision.Refusal(Reason.NO_LEGAL_BASIS);
    private static final Decision NO_SPECIAL = new Decision.Refusal(Reason.NO_SPECIAL_BASIS);
    private static final Decision TOO_SECRET = new Decision.Refusal(Reason.SECRET);

    @ParameterizedTest
    @MethodSource
    void decides(Confidentiality confidentiality, PersonalData personal, Activity purpose, Decision expected) {
        assertThat(AccessPolicy.decide(new Classification(confidentiality, personal), purpose))
                .isEqualTo(expected);
    }

    static Stream<Arguments> decides() {
        return Stream.of(
                Arguments.of(PUBLIC, NONE, WITHOUT_BASIS, UNNEEDED),
                Arguments.of(PUBLIC, NONE, SPECIAL_BASIS, UNNEEDED),
                Arguments.of(INTERNAL, NONE, WITHOUT_BASIS, GRANTOR),
                Arguments.of(CONFIDENTIAL, NONE, WITHOUT_BASIS, GRANTOR),
                Arguments.of(SECRET, NONE, SPECIAL_BASIS, TOO_SECRET),
                Arguments.of(PUBLIC, PERSONAL, WITHOUT_BASIS, NO_BASIS),
                Arguments.of(PUBLIC, PERSONAL, WITH_BASIS, BOTH),
                Arguments.of(INTERNAL, PERSONAL, WITHOUT_BASIS, NO_BASIS),
                Arguments.of(INTERNAL, PERSONAL, WITH_BASIS, BOTH),
                Arguments.of(CONFIDENTIAL, PERSONAL, WITH_BASIS, BOTH),
                Arguments.of(SECRET, PERSONAL, WITH_BASIS, TOO_SECRET),
                Arguments.of(INTERNAL, SPECIAL, WITHOUT_BASIS, NO_BASIS),
                Arguments.of(INTERNAL, SPECIAL, WITH_BASIS, NO_SPECIAL),
                Arguments.of(INTERNAL, SPECIAL, BASIS_WITHOUT_DPIA, NO_SPECIAL),
                Arguments.of(CONFIDENTIAL, SPECIAL, SPECIAL_BASIS, BOTH),
                Arguments.of(CONFIDENTIAL, CRIMINAL, WITH_BASIS, NO_SPECIAL),
                Arguments.of(CONFIDENTIAL, CRIMINAL, SPECIAL_BASIS, BOTH),
                Arguments.of(SECRET, CRIMINAL, SPECIAL_BASIS, TOO_SECRET));
    }

    @Test
    void refusesWhatNobodyClassified() {
        assertThat(AccessPolicy.decide(null, SPECIAL_BASIS)).isEqualTo(new Decision.Refusal(Reason.NOT_CLASSIFIED));
    }

    @Test
    void refusesAPurposeThatHasEnded() {
        assertThat(AccessPolicy.decide(
                        new Classification(PUBLIC, NONE), purpose(LegalBasis.PUBLIC_TASK, null, null, false)))
                .isEqualTo(new Decision.Refusal(Reason.PURPOSE_ENDED));
    }

    static Activity purpose(
            @Nullable LegalBasis basis, @Nullable String specialBasis, @Nullable String dpia, boolean active) {
        var body = new Activity.Body(
                "verkeer",
                "Verkeersonderzoek",
                "Drukte meten",
                new Activity.Controller("College van B en W", null, null),
                basis,
                null,
                specialBasis,
                dpia,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
        return new Activity(UUID.randomUUID(), 1, active, body, Instant.EPOCH);
    }
}
