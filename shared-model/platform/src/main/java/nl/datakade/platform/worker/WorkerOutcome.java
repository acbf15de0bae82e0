package nl.datakade.platform.worker;

import java.time.Duration;

/** How a task ended. Everything that can happen to a process is a value here, never an exception. */
public sealed interface WorkerOutcome {

    /** The task returned; all its output was delivered. */
    record Completed() implements WorkerOutcome {}

    /**
     * The task threw. The message is the exception's own and may quote data: show it to nobody and log it nowhere
     * unless the task made it for that.
     */
    record Failed(String exception, String message) implements WorkerOutcome {}

    /** The process wanted more memory than its bounds allow, in the heap or outside. */
    record OutOfMemory() implements WorkerOutcome {}

    /** The task was still running when its time was over. */
    record TimedOut(Duration bound) implements WorkerOutcome {}

    /** The process ended by itself: a native crash, or a kill from outside. */
    record Crashed(int exitStatus) implements WorkerOutcome {}

    /** The caller closed the call before the task ended. */
    record Cancelled() implements WorkerOutcome {}
}
