package nl.datakade.quality.assessment;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a version pass that the rules hold back; the decision is recorded with its reason and the rules it covers. */
@Component
public class ReleaseVersion {
    private final Assessments assessments;
    private final AssessVersion assessVersion;

    ReleaseVersion(Assessments assessments, AssessVersion assessVersion) {
        this.assessments = assessments;
        this.assessVersion = assessVersion;
    }

    /** Whether it was held back until now; if not, nothing is recorded. */
    @Transactional
    public boolean release(UUID datasetId, int version, String person, String reason) {
        var held = assessments
                .lock(datasetId, version)
                .filter(assessment -> !assessment.state().reasons().isEmpty());
        held.ifPresent(assessment -> {
            assessments.record(datasetId, version, assessment.state().reading(), person, reason, assessment.blocking());
            assessVersion.settle(datasetId, version);
        });
        return held.isPresent();
    }
}
