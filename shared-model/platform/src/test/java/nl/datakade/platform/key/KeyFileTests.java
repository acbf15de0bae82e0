package nl.datakade.platform.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTests {

    private static final int AT_ONCE = 20;

    @TempDir
    Path folder;

    @RepeatedTest(5)
    void givesAllWhoStartAtOnceTheSameWholeKey() throws Exception {
        var file = folder.resolve("not/yet/there/key");
        var together = new CyclicBarrier(AT_ONCE);
        Callable<String> start = () -> {
            together.await();
            return KeyFile.kept(file, KeyFileTests::large);
        };
        var found = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var each : threads.invokeAll(java.util.Collections.nCopies(AT_ONCE, start))) {
                found.add(each.get());
            }
        }

        assertThat(found).hasSize(1).allSatisfy(key -> assertThat(key).hasSize(36 * 5000));
        assertOnlyTheFile(file);
    }

    /** Two processes share no lock but the file system's. */
    @Test
    void givesAllProcessesTheSameWholeKey() throws Exception {
        var file = folder.resolve("key");
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 4; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx32m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            OneProcess.class.getName(),
                            file.toString())
                    .redirectErrorStream(true)
                    .start());
        }
        var found = new HashSet<String>();
        for (var process : processes) {
            found.add(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            assertThat(process.waitFor()).isZero();
        }

        assertThat(found).containsExactly(Files.readString(file));
        assertOnlyTheFile(file);
    }

    /** Each in a virtual machine of its own. */
    static final class OneProcess {
        static void main(String[] args) {
            System.out.print(KeyFile.kept(Path.of(args[0]), KeyFileTests::large));
        }
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        var file = folder.resolve("key");
        KeyFile.kept(file, () -> "secret");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.kept(file, () -> "another")).isEqualTo("secret");
    }

    /** Large enough that a write in pieces would show. */
    private static String large() {
        return UUID.randomUUID().toString().repeat(5000);
    }

    private static void assertOnlyTheFile(Path file) throws IOException {
        try (var files = Files.list(file.getParent())) {
            assertThat(files.toList()).isEqualTo(List.of(file));
        }
    }
}
