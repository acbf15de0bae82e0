package nl.datakade.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A stack for one run of tests, on free ports beside whatever else runs; nothing is left of it afterwards. */
public final class TemporaryStack implements AutoCloseable {

    private final LocalStack stack;
    private final AtomicBoolean discarded = new AtomicBoolean();

    private TemporaryStack(LocalStack stack) {
        this.stack = stack;
    }

    /** Starts one, and removes what earlier runs left behind when they were killed. */
    public static TemporaryStack start(Progress progress) {
        var home = Checkout.state().resolve("test");
        sweep(home);
        var state = home.resolve(Long.toString(ProcessHandle.current().pid()));
        new Seed(Checkout.root()).plant(state);
        var temporary = new TemporaryStack(LocalStack.temporary(state, Ports.free()));
        Runtime.getRuntime().addShutdownHook(new Thread(temporary::close, "discard-temporary-stack"));
        temporary.stack.start(progress);
        return temporary;
    }

    public LocalStack stack() {
        return stack;
    }

    @Override
    public void close() {
        if (discarded.compareAndSet(false, true)) {
            discard(stack.state());
        }
    }

    private static void discard(Path state) {
        ManagedProcess.allIn(state).forEach(ManagedProcess::kill);
        Distribution.delete(state);
    }

    /** Each folder bears the pid of the JVM that made it. */
    private static void sweep(Path home) {
        if (!Files.isDirectory(home)) {
            return;
        }
        try (var folders = Files.list(home)) {
            folders.filter(folder -> isOrphan(folder.getFileName().toString())).forEach(TemporaryStack::discard);
        } catch (IOException e) {
            throw new StackProblem("%s cannot be read: %s.".formatted(home, e.getMessage()), e);
        }
    }

    private static boolean isOrphan(String pid) {
        return pid.chars().allMatch(Character::isDigit)
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }
}
