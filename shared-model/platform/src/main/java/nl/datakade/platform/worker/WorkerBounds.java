package nl.datakade.platform.worker;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the workers of one pool may use.
 *
 * @param processes how many tasks run at the same time
 * @param warm how many started processes wait for a task
 * @param tasks after so many tasks a process is replaced
 * @param heapMegabytes the Java heap of one process
 * @param memoryMegabytes everything one process holds in memory, Java and native
 * @param patience how long a caller waits for a free process before {@link WorkersBusyException}
 * @param idle a process above the warm ones ends after this time without a task
 * @param directory where processes keep temporary files; a folder for each, removed when it ends
 */
public record WorkerBounds(
        int processes,
        int warm,
        int tasks,
        int heapMegabytes,
        int memoryMegabytes,
        Duration patience,
        Duration idle,
        Path directory) {

    /** Bounds that suit a service on a small machine. */
    public static WorkerBounds small(Path directory) {
        return new WorkerBounds(2, 1, 100, 64, 768, Duration.ofSeconds(30), Duration.ofMinutes(1), directory);
    }

    public WorkerBounds {
        if (processes < 1 || warm < 0 || tasks < 1 || heapMegabytes < 16 || memoryMegabytes <= heapMegabytes) {
            throw new IllegalArgumentException(
                    "Workers need at least 1 process, 1 task, 16 MB of heap, and more memory than heap");
        }
        directory = directory.toAbsolutePath();
    }
}
