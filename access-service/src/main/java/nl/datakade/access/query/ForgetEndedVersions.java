package nl.datakade.access.query;

import nl.datakade.access.projection.VersionEnded;
import nl.datakade.access.relation.GovernedRelation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What was withdrawn, sent back or removed leaves no copy here. */
@Component
class ForgetEndedVersions {

    private final GovernedRelation relation;

    ForgetEndedVersions(GovernedRelation relation) {
        this.relation = relation;
    }

    @TransactionalEventListener
    void on(VersionEnded ended) {
        relation.forget(ended.datasetId(), ended.version());
    }
}
