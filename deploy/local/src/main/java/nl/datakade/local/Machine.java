package nl.datakade.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What this machine has and can do. */
public final class Machine {

    private static final long MIB = 1024 * 1024;

    private static final Path MEMORY = Path.of("/proc/meminfo");

    private Machine() {}

    /** Fails with the remedy when the processes to be started would not fit. */
    public static void require(Path state, long memoryMiB, long diskMiB) {
        try {
            Files.createDirectories(state);
            var disk = Files.getFileStore(state).getUsableSpace() / MIB;
            if (disk < diskMiB) {
                throw new StackProblem(
                        "%s has %d MiB of free disk and %d are needed: make room, or move the checkout to a larger disk."
                                .formatted(state, disk, diskMiB));
            }
        } catch (IOException e) {
            throw new StackProblem("%s cannot be written: %s.".formatted(state, e.getMessage()), e);
        }
        availableMemoryMiB().filter(memory -> memory < memoryMiB).ifPresent(memory -> {
            throw new StackProblem(
                    "%d MiB of memory are available and %d are needed: end other programs, or use a larger machine."
                            .formatted(memory, memoryMiB));
        });
    }

    /** The {@code java} that runs us, which the launcher saw to be the right one. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A session of its own where the system has that, else deaf to the hang-up signal. */
    static List<String> apart() {
        return isOnPath("setsid") ? List.of("setsid") : List.of("nohup");
    }

    /** PostgreSQL refuses to run as root; in a user namespace it is nobody. */
    static List<String> asNobodyWhenRoot() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        var unshare = List.of("unshare", "-U");
        if (!succeeds(Stream.concat(unshare.stream(), Stream.of("true")).toList())) {
            throw new StackProblem(
                    "PostgreSQL does not run as root and this machine forbids user namespaces: start Datakade as an ordinary user.");
        }
        return unshare;
    }

    /**
     * One process: what is resident. Several that share memory: each one's share of it (PSS), so that nothing is counted
     * twice.
     */
    static long residentBytes(ProcessHandle process) {
        var tree = Stream.concat(Stream.of(process), process.descendants()).toList();
        var file = tree.size() == 1 ? "status" : "smaps_rollup";
        var field = tree.size() == 1 ? "VmRSS:" : "Pss:";
        return tree.stream()
                .map(member -> Path.of("/proc", Long.toString(member.pid()), file))
                .mapToLong(path -> kibibytes(path, field).orElse(0L) * 1024)
                .sum();
    }

    private static Optional<Long> availableMemoryMiB() {
        return kibibytes(MEMORY, "MemAvailable:").map(kib -> kib / 1024);
    }

    /** A line such as {@code VmRSS:   123 kB}; empty where there is no such file. */
    private static Optional<Long> kibibytes(Path file, String field) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(field))
                    .map(line -> Long.valueOf(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static boolean succeeds(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.onExit().join().exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
