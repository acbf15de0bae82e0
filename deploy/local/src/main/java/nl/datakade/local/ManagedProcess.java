package nl.datakade.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A process that outlives the JVM that started it: any later JVM finds it again by its pid file. */
public final class ManagedProcess {

    /** Start times come from the clock of the kernel, which may be adjusted between two readings. */
    private static final Duration SAME_START = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final String name;
    private final Path pidFile;
    private final Path log;

    public ManagedProcess(Path state, String name) {
        this.name = name;
        this.pidFile = state.resolve("run").resolve(name + ".pid");
        this.log = state.resolve("logs").resolve(name + ".log");
    }

    /** Every process that was started under this state folder and not stopped. */
    static List<ManagedProcess> allIn(Path state) {
        try (var files = Files.list(state.resolve("run"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".pid"))
                    .map(file -> new ManagedProcess(state, file.substring(0, file.length() - ".pid".length())))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return handle().isPresent();
    }

    /** The process itself; empty when it ended or when its pid was given to another program since. */
    public Optional<ProcessHandle> handle() {
        try {
            var lines = Files.readAllLines(pidFile);
            var startedAt = Instant.parse(lines.get(1));
            return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> isSameStart(handle, startedAt));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Starts it apart from our terminal and process group, so that neither Ctrl-C nor our exit ends it. */
    public void start(Launch launch) {
        try {
            Files.createDirectories(pidFile.getParent());
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            var command = new ArrayList<>(Machine.apart());
            command.addAll(launch.command());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().put("MALLOC_ARENA_MAX", "2"); // glibc's arenas cost tens of megabytes a process
            builder.environment().putAll(launch.environment());
            var handle = builder.start().toHandle();
            Files.writeString(
                    pidFile, handle.pid() + "\n" + handle.info().startInstant().orElseGet(Instant::now) + "\n");
        } catch (IOException e) {
            throw new StackProblem("%s cannot be started: %s.".formatted(name, e.getMessage()), e);
        }
    }

    /** Waits until it answers; fails as soon as it has ended, or when it takes longer than this. */
    public void awaitReady(BooleanSupplier ready, Duration limit) {
        var deadline = Instant.now().plus(limit);
        while (!ready.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new StackProblem(
                        "%s was not ready after %d seconds; its log is %s.".formatted(name, limit.toSeconds(), log));
            }
            var process = handle().orElseThrow(this::ended);
            if (endsWithin(process, BETWEEN_LOOKS)) {
                throw ended();
            }
        }
    }

    /** Waits until it has ended by itself. */
    public void awaitEnd() {
        handle().ifPresent(process -> process.onExit().join());
        forget();
    }

    /** Asks it to end, and ends it after this long. */
    public void stop(String signal, Duration patience) {
        handle().ifPresent(process -> {
            signal(process, signal);
            if (!endsWithin(process, patience)) {
                kill(process);
            }
        });
        forget();
    }

    /** Ends it without asking. */
    public void kill() {
        handle().ifPresent(ManagedProcess::kill);
        forget();
    }

    private static void kill(ProcessHandle process) {
        var tree = Stream.concat(Stream.of(process), process.descendants()).toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        tree.forEach(member -> member.onExit().join());
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Memory in use by it and its children; 0 when it does not run. */
    public long residentBytes() {
        return handle().map(Machine::residentBytes).orElse(0L);
    }

    private StackProblem ended() {
        return new StackProblem("%s ended while it was starting. The last lines of %s:%n%s"
                .formatted(name, log, String.join("\n", lastLines())));
    }

    private List<String> lastLines() {
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            return all.subList(Math.max(0, all.size() - 12), all.size());
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static boolean isSameStart(ProcessHandle handle, Instant startedAt) {
        return handle.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(SAME_START) < 0)
                .orElse(true);
    }

    private static boolean endsWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted.", e);
        }
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            process.destroy();
        }
    }
}
