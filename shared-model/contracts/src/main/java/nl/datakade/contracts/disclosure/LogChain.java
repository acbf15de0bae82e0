package nl.datakade.contracts.disclosure;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes along records in their order and says of the first that does not fit what is wrong with it. */
public final class LogChain {

    /** What can be wrong with a record. */
    public enum Fault {
        /** Its content is not what its hash was taken of. */
        CHANGED,
        /** It is not the next one: one was removed, added or moved. */
        OUT_OF_PLACE,
        /** It does not hold the hash of the record before it. */
        NOT_LINKED,
        /** It names a key that the log never had. */
        FOREIGN_KEY
    }

    private final Set<String> keys;
    private long sequence;
    private String hash;

    /** From the first record on; the keys are the ids of those that sealed records, ever. */
    public LogChain(Set<String> keys) {
        this(keys, 0, LogRecord.FIRST);
    }

    /** From a record on that has been checked before. */
    public LogChain(Set<String> keys, long sequence, String hash) {
        this.keys = Set.copyOf(keys);
        this.sequence = sequence;
        this.hash = hash;
    }

    /** Empty when it is the next record of the chain, whole. The chain goes on from it in any case. */
    public Optional<Fault> next(LogRecord record) {
        var fault = fault(record);
        sequence = record.sequence();
        hash = record.hash();
        return Optional.ofNullable(fault);
    }

    private @Nullable Fault fault(LogRecord record) {
        if (record.sequence() != sequence + 1) {
            return Fault.OUT_OF_PLACE;
        }
        if (!record.hasItsOwnHash()) {
            return Fault.CHANGED;
        }
        if (!record.previous().equals(hash)) {
            return Fault.NOT_LINKED;
        }
        return keys.contains(record.key()) ? null : Fault.FOREIGN_KEY;
    }

    /** The number of the last record. */
    public long sequence() {
        return sequence;
    }

    /** The hash of the last record. */
    public String hash() {
        return hash;
    }
}
