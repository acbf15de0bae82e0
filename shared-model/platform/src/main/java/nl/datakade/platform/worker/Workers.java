package nl.datakade.platform.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.datakade.platform.folder.InstanceFolder;
import org.jspecify.annotations.Nullable;

/**
 * A pool of worker processes. A task has a process to itself while it runs; a process that ended is replaced. Close
 * the pool and its processes end; so they do when the service is killed.
 */
public final class Workers implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(20);

    private final WorkerBounds bounds;
    private final InstanceFolder folder;
    private final WorkerCommand command;
    private final Semaphore places;
    private final Deque<Worker> waiting = new ArrayDeque<>();
    private final Set<WorkerCall> calls = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("worker-", 0).daemon().factory());
    private final ScheduledExecutorService guard = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("worker-guard").daemon().factory());
    private int starting;
    private boolean closed;

    /** A pool whose processes load what these tasks need before they are handed out. */
    public Workers(WorkerBounds bounds, List<Class<? extends WorkerTask>> warmUps) {
        this.bounds = bounds;
        this.places = new Semaphore(bounds.processes(), true);
        try {
            this.folder = InstanceFolder.createIn(bounds.directory());
            var library = EngineLibrary.unpackedFor(bounds.directory(), System.getProperty("java.class.path"));
            this.command = new WorkerCommand(bounds, library, warmUps);
        } catch (IOException e) {
            throw new UncheckedIOException("Workers cannot use the folder " + bounds.directory(), e);
        }
        var _ = guard.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        keepWarm();
    }

    /** Starts a task with this input; see {@link WorkerCall}. */
    public WorkerCall call(Class<? extends WorkerTask> task, byte[] input, Duration bound) {
        return call(task, new ByteArrayInputStream(input), bound);
    }

    /** Starts a task that reads this stream, which is closed when the task has read or refused it. */
    public WorkerCall call(Class<? extends WorkerTask> task, InputStream input, Duration bound) {
        var worker = take();
        worker.begin();
        var call = new WorkerCall(worker, bound, this::release);
        calls.add(call);
        threads.execute(() -> feed(call, task, input));
        return call;
    }

    /** Runs a task to its end, its output going to this stream. */
    public WorkerOutcome run(Class<? extends WorkerTask> task, byte[] input, OutputStream output, Duration bound)
            throws IOException {
        try (var call = call(task, input, bound)) {
            call.output().transferTo(output);
            return call.outcome();
        }
    }

    /** How many processes there are, at work or waiting. */
    public synchronized int processes() {
        return calls.size() + waiting.size() + starting;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.forEach(Worker::retire);
            waiting.clear();
        }
        calls.forEach(WorkerCall::close);
        guard.shutdownNow();
        threads.shutdown();
        folder.close();
    }

    private Worker take() {
        try {
            if (!places.tryAcquire(bounds.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new WorkersBusyException(bounds.patience());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkersBusyException(bounds.patience());
        }
        try {
            var worker = firstWaiting();
            return worker != null ? worker : started();
        } catch (IOException e) {
            places.release();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private synchronized @Nullable Worker firstWaiting() {
        if (closed) {
            throw new IllegalStateException("The workers are closed");
        }
        for (var worker = waiting.poll(); worker != null; worker = waiting.poll()) {
            if (worker.alive()) {
                return worker;
            }
            worker.remove();
        }
        return null;
    }

    private Worker started() throws IOException {
        var worker = Worker.start(command, folder.path());
        try {
            var giveUp = guard.schedule(worker::kill, 60, TimeUnit.SECONDS);
            worker.awaitReady();
            giveUp.cancel(false);
            return worker;
        } catch (RejectedExecutionException closing) {
            worker.retire();
            throw new IOException("The workers are closed", closing);
        }
    }

    private void feed(WorkerCall call, Class<? extends WorkerTask> task, InputStream input) {
        var out = call.worker().out();
        try (input) {
            var name = task.getName().getBytes(UTF_8);
            Frame.write(out, Frame.Kind.TASK, name, 0, name.length);
            var buffer = new byte[Frame.LARGEST];
            for (int read = readOrEnd(call, input, buffer); read >= 0; read = readOrEnd(call, input, buffer)) {
                Frame.write(out, Frame.Kind.DATA, buffer, 0, read);
            }
            Frame.write(out, Frame.Kind.END, buffer, 0, 0);
            out.flush();
        } catch (IOException e) {
            // the process is gone, and the call's outcome says why
        }
    }

    private static int readOrEnd(WorkerCall call, InputStream input, byte[] buffer) throws IOException {
        try {
            return input.read(buffer);
        } catch (IOException e) {
            call.inputFailed(e);
            throw e;
        }
    }

    private void release(WorkerCall call) {
        calls.remove(call);
        var worker = call.worker();
        synchronized (this) {
            if (!worker.alive()) {
                worker.remove();
            } else if (closed || worker.tasks() >= bounds.tasks() || !endedByItself(call)) {
                worker.retire();
            } else {
                worker.rest();
                waiting.push(worker);
            }
        }
        places.release();
        keepWarm();
    }

    private static boolean endedByItself(WorkerCall call) {
        return switch (call.outcome()) {
            case WorkerOutcome.Completed _, WorkerOutcome.Failed _ -> true;
            case WorkerOutcome.OutOfMemory _,
                    WorkerOutcome.TimedOut _,
                    WorkerOutcome.Crashed _,
                    WorkerOutcome.Cancelled _ -> false;
        };
    }

    private void look() {
        calls.forEach(call -> call.check(bounds.memoryMegabytes()));
        synchronized (this) {
            while (waiting.size() > bounds.warm() && waiting.getLast().idle().compareTo(bounds.idle()) > 0) {
                waiting.removeLast().retire();
            }
        }
    }

    private synchronized void keepWarm() {
        if (closed || waiting.size() + starting >= bounds.warm() || processes() >= bounds.processes() + bounds.warm()) {
            return;
        }
        starting++;
        threads.execute(this::warmOne);
    }

    private void warmOne() {
        Worker worker = null;
        try {
            worker = started();
        } catch (IOException e) {
            // whoever calls next starts one and hears the reason
        }
        synchronized (this) {
            starting--;
            if (worker != null && closed) {
                worker.retire();
            } else if (worker != null) {
                waiting.addLast(worker);
                keepWarm();
            }
        }
    }
}
