package nl.datakade.ingest.tombstone;

import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** The version was there, and its bytes are gone by a rule. */
final class VersionGone extends Problem {

    private static final long serialVersionUID = 1L;

    VersionGone(Delivery delivery, Tombstone tombstone) {
        super(
                HttpStatus.GONE,
                "version-removed",
                delivery.dataset(),
                Integer.toString(delivery.version()),
                tombstone.rule());
        with("rule", tombstone.rule());
        with("sha256", delivery.sha256());
        with("size", delivery.size());
        with("receivedAt", delivery.receivedAt());
        with("decidedAt", tombstone.decidedAt());
        if (tombstone.removedAt() != null) {
            with("removedAt", tombstone.removedAt());
        }
        with("tombstone", TombstoneController.path(delivery));
    }
}
