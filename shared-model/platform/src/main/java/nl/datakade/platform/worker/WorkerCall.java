package nl.datakade.platform.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A task under way. Read {@link #output} to its end, ask {@link #outcome}, close. The output ends early when the task
 * does not end well, so nothing read from it is complete until the outcome says so. Closing early cancels.
 */
public final class WorkerCall implements AutoCloseable {

    /** The status with which Java ends itself when its heap is full. */
    private static final int HEAP_FULL = 3;

    private final Worker worker;
    private final Duration bound;
    private final long deadline;
    private final Consumer<WorkerCall> release;
    private final FramedInput frames;
    private final InputStream output = new Output();
    private final AtomicReference<@Nullable WorkerOutcome> ending = new AtomicReference<>();
    private final AtomicReference<@Nullable WorkerOutcome> outcome = new AtomicReference<>();

    WorkerCall(Worker worker, Duration bound, Consumer<WorkerCall> release) {
        this.worker = worker;
        this.bound = bound;
        this.deadline = System.nanoTime() + bound.toNanos();
        this.release = release;
        this.frames = new FramedInput(worker.in());
    }

    /** What the task writes, as it writes it. */
    public InputStream output() {
        return output;
    }

    /** Reads over the output that is left and waits for the end. */
    public WorkerOutcome outcome() {
        var known = outcome.get();
        return known != null ? known : settle();
    }

    /** Ends the task if it still runs; any thread may. */
    public void cancel() {
        end(new WorkerOutcome.Cancelled());
    }

    @Override
    public void close() {
        if (outcome.get() == null) {
            cancel();
            settle();
        }
    }

    Worker worker() {
        return worker;
    }

    /** Ends the task when it is over one of its bounds. */
    void check(long megabytes) {
        if (System.nanoTime() - deadline > 0) {
            end(new WorkerOutcome.TimedOut(bound));
        } else if (worker.residentMegabytes() > megabytes) {
            end(new WorkerOutcome.OutOfMemory());
        }
    }

    void inputFailed(IOException e) {
        end(new WorkerOutcome.Failed(e.getClass().getName(), String.valueOf(e.getMessage())));
    }

    private void end(WorkerOutcome why) {
        if (outcome.get() == null && ending.compareAndSet(null, why)) {
            worker.kill();
        }
    }

    private synchronized WorkerOutcome settle() {
        var known = outcome.get();
        if (known != null) {
            return known;
        }
        var settled = ended();
        outcome.set(settled);
        release.accept(this);
        return settled;
    }

    private WorkerOutcome ended() {
        try {
            var said = outcomeOf(frames.last());
            // a kill that is already on its way wins, or the process would be handed out dying
            var why = ending.compareAndExchange(null, said);
            return why != null ? why : said;
        } catch (IOException e) {
            int status = worker.exitStatus();
            var why = ending.get();
            return why != null
                    ? why
                    : status == HEAP_FULL ? new WorkerOutcome.OutOfMemory() : new WorkerOutcome.Crashed(status);
        }
    }

    private static WorkerOutcome outcomeOf(Frame last) {
        if (last.kind() == Frame.Kind.END) {
            return new WorkerOutcome.Completed();
        }
        var report = new String(last.content(), UTF_8).split("\n", 2);
        return new WorkerOutcome.Failed(report[0], report.length > 1 ? report[1] : "");
    }

    /** Ends where the frames end; a broken pipe is an end too, and the outcome shows it. */
    private final class Output extends InputStream {

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            try {
                synchronized (WorkerCall.this) {
                    return frames.read(bytes, offset, length);
                }
            } catch (IOException e) {
                return -1;
            }
        }

        @Override
        public int available() {
            return frames.available();
        }
    }
}
