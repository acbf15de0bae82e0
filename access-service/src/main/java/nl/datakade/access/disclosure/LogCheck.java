package nl.datakade.access.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.datakade.access.key.Keyring;
import nl.datakade.contracts.disclosure.Checkpoint;
import nl.datakade.contracts.disclosure.LogChain;
import nl.datakade.contracts.disclosure.LogRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whether the log is whole: every record linked to the one before, and written by this service. */
@Component
public class LogCheck {

    private static final String FORGED = "FORGED";

    private final LogReader reader;
    private final Keyring keyring;
    private final JsonMapper json;

    LogCheck(LogReader reader, Keyring keyring, JsonMapper json) {
        this.reader = reader;
        this.keyring = keyring;
        this.json = json;
    }

    /**
     * A state of the log that somebody noted.
     *
     * @param hash of the record of that number
     */
    public record Noted(long sequence, String hash) {}

    /** A record that is not whole. */
    record Broken(long sequence, String fault) {}

    /**
     * What was found of some records.
     *
     * @param broken the first that was changed or is not in its place
     * @param forged those that are in their place, and that this service did not write
     */
    record Found(@Nullable Broken broken, List<Long> forged) {}

    /**
     * Whether the log is whole, with all it takes to see later that nothing was cut off since.
     *
     * @param firstBroken the first record that is not what was sealed, or not in its place
     * @param fault what is wrong with it
     * @param keyId of the secret that seals now
     * @param checkpoint number and hash of the last record
     * @param expectedFound whether the checkpoint that was asked for is still there; null when none was
     * @param published the number of the newest checkpoint that was published, and null when none was
     * @param publishedFound whether the log still holds what it says
     */
    public record Verification(
            long records,
            @Nullable Long firstBroken,
            @Nullable String fault,
            String keyId,
            String checkpoint,
            @Nullable Instant lastAt,
            @Nullable Boolean expectedFound,
            @Nullable Long published,
            @Nullable Boolean publishedFound) {}

    public Verification verify(@Nullable Noted expected, @Nullable Noted published) {
        var walk = new Walk();
        reader.forEach(1, Long.MAX_VALUE, walk::take);
        return new Verification(
                walk.records,
                walk.broken == null ? null : walk.broken.sequence(),
                walk.broken == null ? null : walk.broken.fault(),
                keyring.id(),
                walk.chain.sequence() + ":" + walk.chain.hash(),
                at(walk.last),
                expected == null ? null : holds(expected),
                published == null ? null : published.sequence(),
                published == null ? null : holds(published));
    }

    boolean holds(Noted noted) {
        return reader.hashOf(noted.sequence()).equals(Optional.of(noted.hash()));
    }

    /** Of the records after a state that was checked before, up to and including a number. */
    Found found(Noted checked, long to) {
        var walk = new Walk(checked);
        reader.forEach(checked.sequence() + 1, to, record -> {
            walk.take(record);
            return walk.unlinked == null;
        });
        return new Found(walk.unlinked, List.copyOf(walk.forged));
    }

    private @Nullable Instant at(@Nullable LogRecord record) {
        if (record == null) {
            return null;
        }
        try {
            return Instant.parse(json.readTree(record.document()).path("at").asString());
        } catch (JacksonException | java.time.DateTimeException e) {
            return null;
        }
    }

    /** The state of one walk along the records. */
    private final class Walk {
        private final LogChain chain;
        private final Seals seals = new Seals(keyring);
        private long records;
        private final List<Long> forged = new ArrayList<>();
        private @Nullable Broken broken;
        private @Nullable Broken unlinked;
        private @Nullable LogRecord last;

        Walk() {
            this(new Noted(0, LogRecord.FIRST));
        }

        Walk(Noted from) {
            chain = new LogChain(keyring.ids(), from.sequence(), from.hash());
        }

        boolean take(LogRecord record) {
            long place = chain.sequence() + 1;
            var fault = chain.next(record);
            if (fault.isPresent() && fault.get() != LogChain.Fault.FOREIGN_KEY) {
                note(new Broken(place, fault.get().name()));
                if (unlinked == null) {
                    unlinked = new Broken(place, fault.get().name());
                }
            } else if (fault.isPresent() || !seals.genuine(record)) {
                note(new Broken(place, fault.map(Enum::name).orElse(FORGED)));
                if (forged.size() < Checkpoint.MOST_FORGED) {
                    forged.add(place);
                }
            }
            records++;
            last = record;
            return true;
        }

        private void note(Broken found) {
            if (broken == null) {
                broken = found;
            }
        }
    }
}
