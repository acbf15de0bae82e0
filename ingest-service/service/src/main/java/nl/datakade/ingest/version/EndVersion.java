package nl.datakade.ingest.version;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.ingest.delivery.Delivery;
import nl.datakade.platform.event.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a version: state and announcement in one transaction. From there on each service that hears of it uses the last
 * good version before it.
 */
@Component
public class EndVersion {

    private final Versions versions;
    private final Outbox outbox;
    private final Clock clock;

    EndVersion(Versions versions, Outbox outbox, Clock clock) {
        this.versions = versions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * False when its state does not allow that; then nothing happens.
     *
     * @param by Keycloak subject; null when a rule does it
     * @param reason in words
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(Delivery delivery, VersionTransition transition, @Nullable String by, String reason) {
        var ending = new Delivery.Ending(clock.instant().truncatedTo(ChronoUnit.MICROS), by, reason);
        var ended = versions.end(delivery, transition, ending);
        ended.ifPresent(
                done -> outbox.announce(VersionEvents.ended(delivery, transition.to(), done, announced(ending))));
        return ended.isPresent();
    }

    /** Announces its end once more, to services that did not hear of it; false when it has not ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean announce(Delivery delivery) {
        var ending = delivery.ended();
        if (ending == null) {
            return false;
        }
        var ended = versions.ended(delivery.id());
        outbox.announce(VersionEvents.ended(delivery, delivery.state(), ended, announced(ending)));
        return true;
    }

    private static VersionState.Ending announced(Delivery.Ending ending) {
        return new VersionState.Ending(ending.at(), ending.by(), ending.reason());
    }
}
