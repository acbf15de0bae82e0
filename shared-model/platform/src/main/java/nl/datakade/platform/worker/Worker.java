package nl.datakade.platform.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** One process, from its start until its folder is removed. */
final class Worker {

    private static final long PAGE = 4_096;

    private final Process process;
    private final Path directory;
    private final DataInputStream in;
    private final DataOutputStream out;
    private int tasks;
    private long idleSince = System.nanoTime();

    private Worker(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), Frame.LARGEST));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), Frame.LARGEST));
    }

    /** Starts a process; {@link #awaitReady} shows whether it lives. */
    static Worker start(WorkerCommand command, Path pool) throws IOException {
        var directory = Files.createTempDirectory(pool, "worker-");
        return new Worker(command.start(directory), directory);
    }

    void awaitReady() throws IOException {
        try {
            if (Frame.read(in).kind() != Frame.Kind.READY) {
                throw new IOException("it did not say that it is ready");
            }
        } catch (IOException e) {
            kill();
            var said = lastWords();
            remove();
            throw new IOException("A worker process did not start: " + said, e);
        }
    }

    DataInputStream in() {
        return in;
    }

    DataOutputStream out() {
        return out;
    }

    boolean alive() {
        return process.isAlive();
    }

    int tasks() {
        return tasks;
    }

    void begin() {
        tasks++;
    }

    void rest() {
        idleSince = System.nanoTime();
    }

    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - idleSince);
    }

    long pid() {
        return process.pid();
    }

    /** What the process holds in memory, in megabytes; 0 where the system does not say. */
    long residentMegabytes() {
        try {
            var pages = Files.readString(Path.of("/proc", Long.toString(process.pid()), "statm"))
                    .split(" ", -1);
            return (Long.parseLong(pages[1]) * PAGE) >> 20;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    /** Lets the process end by itself, as it does when its input closes. */
    void retire() {
        try {
            out.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        var _ = process.onExit().thenRun(this::remove);
    }

    void kill() {
        process.destroyForcibly();
    }

    int exitStatus() {
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    void remove() {
        FileSystemUtils.deleteRecursively(directory.toFile());
    }

    private String lastWords() {
        try {
            var said = Files.readString(directory.resolve("stderr"));
            return said.substring(Math.max(0, said.length() - 2_000));
        } catch (IOException e) {
            return "it left no message";
        }
    }
}
