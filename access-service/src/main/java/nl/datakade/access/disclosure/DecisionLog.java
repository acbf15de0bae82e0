package nl.datakade.access.disclosure;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Decisions about who may see what go into the disclosure log in the transaction that makes them: a decision that is not
 * in the log was not taken.
 */
@Component
public class DecisionLog {

    /** Stands for a person where the rules or another service decided. */
    public static final String NOBODY = "datakade";

    private final LogWriter writer;

    DecisionLog(LogWriter writer) {
        this.writer = writer;
    }

    /**
     * A decision.
     *
     * @param person who decided: a subject, or {@link #NOBODY}
     * @param facts what was decided, as JSON: ids, revisions, statuses, no texts that people wrote
     * @param reason as a person wrote it; it is encrypted in the log
     */
    public record Entry(
            Kind kind,
            String person,
            @Nullable UUID purpose,
            @Nullable UUID dataset,
            Map<String, ?> facts,
            @Nullable String reason) {}

    /** The record is written as the last act before the commit, so that the log's lock is held as shortly as can be. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Entry entry) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                write(entry);
            }
        });
    }

    private void write(Entry entry) {
        try {
            writer.write(new LogWriter.Content(
                    entry.kind(),
                    UuidCreator.getTimeOrderedEpoch(),
                    entry.person(),
                    entry.purpose(),
                    entry.dataset() == null ? List.of() : List.of(entry.dataset()),
                    entry.facts(),
                    entry.reason()));
        } catch (DataAccessException e) {
            throw new LogUnavailable(e);
        }
    }
}
