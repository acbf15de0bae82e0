package nl.datakade.platform.object;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The parts of one object that is written over several requests. The store forgets a part when another comes with its
 * number, so whoever may still be writing must not share numbers with the one after it.
 */
public final class ObjectParts {

    /** S3 takes numbers up to this. */
    public static final int MOST = 10_000;

    /** S3 takes smaller parts only as the last one. */
    public static final int SMALLEST = 5 << 20;

    /** What became of completing. */
    public enum Completion {
        WRITTEN,

        /** An object with this key was there already; it is left as it was. */
        TAKEN,

        /** The parts are gone: completed or dropped before. */
        GONE
    }

    private final Target target;
    private final String begun;

    ObjectParts(Target target, String begun) {
        this.target = target;
        this.begun = begun;
    }

    /** Sends a part; the buffer's memory is given back when the store has it. */
    public CompletableFuture<StoredPart> send(int number, PartBuffer buffer) {
        int size = buffer.size();
        return target.part(begun, number, buffer.bytes(), size)
                .thenApply(part -> StoredPart.of(part, size))
                .whenComplete((_, _) -> buffer.close());
    }

    /** Makes the object visible, of these parts in this order. */
    public Completion complete(List<StoredPart> parts) {
        try {
            var all = parts.stream().map(StoredPart::forStore).toList();
            return target.complete(begun, all) ? Completion.WRITTEN : Completion.TAKEN;
        } catch (ObjectStoreUnavailable failure) {
            if (failure.isUploadGone()) {
                return Completion.GONE;
            }
            throw failure;
        }
    }

    /** Drops what came so far; parts that are gone already are no error. */
    public void abort() {
        try {
            target.abort(begun);
        } catch (ObjectStoreUnavailable failure) {
            if (!failure.isUploadGone()) {
                throw failure;
            }
        }
    }

    /** What the store acknowledged, waiting for it. */
    public static StoredPart await(CompletableFuture<StoredPart> part) {
        return ObjectStore.await(part);
    }
}
