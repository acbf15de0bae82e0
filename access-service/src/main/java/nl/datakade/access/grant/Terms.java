package nl.datakade.access.grant;

import java.util.List;
import java.util.Objects;
import nl.datakade.access.activity.Activity;
import nl.datakade.access.activity.LegalBasis;
import nl.datakade.access.policy.Policy.TablePolicy;
import nl.datakade.contracts.catalog.Classification;
import org.jspecify.annotations.Nullable;

/**
 * What somebody approves who approves access: dataset, purpose and policy as they stood then. A grant reaches no further.
 *
 * @param classification null in approvals from before this was kept
 * @param purpose what the data is for, in the words of the register
 * @param legalBasis of the purpose (AVG art. 6)
 * @param law where the legal basis stands
 * @param specialBasis of the purpose (AVG art. 9(2), 10)
 * @param dpia of the purpose (AVG art. 35)
 * @param recipients to whom data may go; null in approvals from before this was kept
 * @param transfers to third countries; null in approvals from before this was kept
 * @param purposeVersion of the purpose in the register; null in approvals from before this was kept
 * @param tables rows and, per column, the treatment
 */
public record Terms(
        @Nullable Classification classification,
        @Nullable String purpose,
        @Nullable LegalBasis legalBasis,
        @Nullable String law,
        @Nullable String specialBasis,
        @Nullable String dpia,
        @Nullable List<String> recipients,
        @Nullable List<String> transfers,
        @Nullable Integer purposeVersion,
        long policyRevision,
        List<TablePolicy> tables) {

    /** Whether dataset and purpose are still no more than what was approved. */
    public boolean cover(@Nullable Classification now, Activity activity) {
        if (classification == null || purposeVersion == null) {
            return true;
        }
        return now != null
                && now.confidentiality().compareTo(classification.confidentiality()) <= 0
                && now.personalData().compareTo(classification.personalData()) <= 0
                && activity.body().legalBasis() == legalBasis
                && Objects.equals(activity.body().law(), law)
                && Objects.equals(activity.body().specialBasis(), specialBasis)
                && Objects.equals(activity.body().dpia(), dpia)
                && (recipients == null || activity.body().recipients().equals(recipients))
                && (transfers == null || activity.body().transfers().equals(transfers))
                && Objects.equals(activity.body().purpose(), purpose);
    }
}
