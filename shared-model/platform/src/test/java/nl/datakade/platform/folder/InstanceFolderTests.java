package nl.datakade.platform.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceFolderTests {

    @TempDir
    Path directory;

    @Test
    void leavesTheFolderOfALivingInstanceAloneAndRemovesItWhenThatWasKilled() throws IOException {
        var other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Instance.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = other.inputReader(StandardCharsets.UTF_8)) {
            var theirs = Path.of(said.readLine());
            try (var mine = InstanceFolder.createIn(directory)) {
                assertThat(theirs.resolve("snapshot.db")).hasContent("live");
                assertThat(mine.path()).isNotEqualTo(theirs);
            }
            other.destroyForcibly().onExit().join();
            InstanceFolder.createIn(directory).close();
            assertThat(theirs).doesNotExist();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void severalInTheSameProcessDoNotTouchEachOther() throws IOException {
        try (var first = InstanceFolder.createIn(directory)) {
            Files.writeString(first.path().resolve("file"), "live");
            InstanceFolder.createIn(directory).close();
            InstanceFolder.createIn(directory).close();
            assertThat(first.path().resolve("file")).hasContent("live");
        }
        assertThat(directory.toFile().listFiles((_, name) -> name.startsWith("instance-")))
                .isEmpty();
    }

    @Test
    void aFolderThatItsInstanceRemovedMeanwhileStopsNobody() {
        assertThatCode(() -> InstanceFolder.removeUnlessHeld(directory.resolve("instance-gone")))
                .doesNotThrowAnyException();
    }

    @Test
    void waitsWithRemovingUntilNobodyElseIsAtTheDoor() throws Exception {
        var mine = InstanceFolder.createIn(directory);
        var other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AtTheDoor.class.getName(),
                        directory.toString(),
                        mine.path().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = other.inputReader(StandardCharsets.UTF_8);
                var asked = other.outputWriter(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("inside");
            var closing = Thread.ofVirtual().start(mine::close);
            asked.write("go\n");
            asked.flush();
            assertThat(said.readLine()).isEqualTo("still there");
            closing.join();
            assertThat(mine.path()).doesNotExist();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void onlyTheUserOfTheServiceCanEnterIt() throws IOException {
        try (var folder = InstanceFolder.createIn(directory.resolve("a/b"))) {
            for (var path : List.of(folder.path(), directory.resolve("a/b"), directory.resolve("a"))) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo("rwx------");
            }
        }
    }

    /** Another instance, looking at the folders behind the door until it is asked to say what it sees. */
    static final class AtTheDoor {
        static void main(String[] arguments) throws IOException {
            try (var door = FileChannel.open(Path.of(arguments[0], ".instances"), StandardOpenOption.WRITE);
                    var _ = door.lock()) {
                System.out.println("inside");
                System.out.flush();
                System.in.read();
                System.out.println(Files.exists(Path.of(arguments[1], "lock")) ? "still there" : "gone");
                System.out.flush();
            }
        }
    }

    /** Another instance, to be killed. */
    static final class Instance {
        static void main(String[] arguments) throws IOException {
            var folder = InstanceFolder.createIn(Path.of(arguments[0]));
            Files.writeString(folder.path().resolve("snapshot.db"), "live");
            System.out.println(folder.path());
            System.out.flush();
            System.in.read();
        }
    }
}
