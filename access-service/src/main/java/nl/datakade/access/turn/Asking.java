package nl.datakade.access.turn;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A question under way: whose it is, and whether the person still wants an answer. */
public final class Asking {

    private final String person;
    private final @Nullable UUID id;
    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

    public Asking(String person) {
        this(person, null);
    }

    /** @param id under which the service's log speaks of it */
    public Asking(String person, @Nullable UUID id) {
        this.person = person;
        this.id = id;
    }

    public String person() {
        return person;
    }

    /** Ends what is being done for it, wherever it is; any thread may. */
    public void cancel() {
        cancelled.complete(null);
    }

    public boolean isCancelled() {
        return cancelled.isDone();
    }

    /** Runs this when the question is cancelled, at once if it is already. */
    public void onCancel(Runnable action) {
        var _ = cancelled.thenRun(action);
    }

    public void requireWanted() {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }

    /** Waits for what others make, but no longer than the answer is wanted. */
    public <T> T await(CompletableFuture<T> made) {
        try {
            CompletableFuture.anyOf(made, cancelled).join();
            if (!made.isDone()) {
                throw new CancelledException();
            }
            return made.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** For the service's log: without the person. */
    @Override
    public String toString() {
        return id == null ? "a check" : "query " + id;
    }
}
