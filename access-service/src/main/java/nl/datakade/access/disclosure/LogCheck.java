package nl.datakade.access.disclosure;

import java.time.Instant;
import java.util.Optional;
import nl.datakade.access.key.Keyring;
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

    /** The first record that is not whole. */
    record Broken(long sequence, String fault) {}

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

    /** The first record after a state that was checked before, up to and including a number, that is not whole. */
    Optional<Broken> firstBroken(Noted checked, long to) {
        if (!holds(checked)) {
            return Optional.of(new Broken(checked.sequence(), LogChain.Fault.OUT_OF_PLACE.name()));
        }
        var walk = new Walk(checked);
        reader.forEach(checked.sequence() + 1, to, record -> {
            walk.take(record);
            return walk.broken == null;
        });
        return Optional.ofNullable(walk.broken);
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
        private @Nullable Broken broken;
        private @Nullable LogRecord last;

        Walk() {
            this(new Noted(0, LogRecord.FIRST));
        }

        Walk(Noted from) {
            chain = new LogChain(keyring.ids(), from.sequence(), from.hash());
        }

        boolean take(LogRecord record) {
            long place = chain.sequence() + 1;
            var fault = chain.next(record)
                    .map(Enum::name)
                    .or(() -> seals.genuine(record) ? Optional.empty() : Optional.of(FORGED));
            if (broken == null && fault.isPresent()) {
                broken = new Broken(place, fault.get());
            }
            records++;
            last = record;
            return true;
        }
    }
}
