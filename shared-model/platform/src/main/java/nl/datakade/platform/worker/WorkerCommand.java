package nl.datakade.platform.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a worker process: the service's own Java and class path, a small heap, nothing of the service's
 * environment. Where there is a shell, it sets what the kernel should bound before Java replaces it.
 */
final class WorkerCommand {

    /** Address space that Java and the engine reserve or map without filling it: code, libraries, stacks. */
    private static final int UNFILLED_MEGABYTES = 1_024;

    private static final Path SHELL = Path.of("/bin/sh");

    private final WorkerBounds bounds;
    private final EngineLibrary library;
    private final List<String> warmUps;

    WorkerCommand(WorkerBounds bounds, EngineLibrary library, List<Class<? extends WorkerTask>> warmUps) {
        this.bounds = bounds;
        this.library = library;
        this.warmUps = warmUps.stream().map(Class::getName).toList();
    }

    Process start(Path directory) throws IOException {
        var builder = new ProcessBuilder(command(directory))
                .directory(directory.toFile())
                .redirectError(directory.resolve("stderr").toFile());
        var environment = builder.environment();
        environment.clear();
        environment.put("LANG", "C.UTF-8");
        environment.put("MALLOC_ARENA_MAX", "2");
        return builder.start();
    }

    private List<String> command(Path directory) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(SHELL)) {
            command.addAll(List.of(SHELL.toString(), "-c", kernelBounds() + "exec \"$0\" \"$@\""));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + bounds.heapMegabytes() + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:CompressedClassSpaceSize=48m",
                "-XX:+ExitOnOutOfMemoryError",
                // the report of a crash quotes memory, and memory holds people's data
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:-UsePerfData",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + library.classes(),
                "-Xshare:auto",
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.library.path=" + library.folder(),
                "-Djava.io.tmpdir=" + directory,
                "-Duser.timezone=UTC",
                "-cp",
                library.classPath(),
                WorkerMain.class.getName()));
        command.addAll(warmUps);
        return command;
    }

    /** The kernel's limits are the last wall; the service watches the resident size closely before that. */
    private String kernelBounds() {
        long kilobytes = (bounds.memoryMegabytes() + (long) UNFILLED_MEGABYTES) * 1_024;
        return "ulimit -c 0; ulimit -d " + kilobytes + "; echo 1000 2>/dev/null > /proc/self/oom_score_adj; ";
    }
}
