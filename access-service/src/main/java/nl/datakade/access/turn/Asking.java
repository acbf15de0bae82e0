package nl.datakade.access.turn;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A question under way: whose it is, and whether the person still wants an answer. */
public final class Asking {

    private final String person;
    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

    public Asking(String person) {
        this.person = person;
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
}
