package nl.datakade.platform.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTests {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsForTheOwnUserOnlyAlsoByAnotherProcess() throws Exception {
        PrivateFiles.byDefault();

        var made = Files.createDirectory(folder.resolve("made"));
        var file = Files.writeString(made.resolve("file"), "Jansen");
        new ProcessBuilder("/bin/sh", "-c", "echo Jansen > by-another")
                .directory(made.toFile())
                .start()
                .waitFor();

        assertThat(mode(made)).isEqualTo("rwx------");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(made.resolve("by-another"))).isEqualTo("rw-------");
    }

    @Test
    void aStartClosesWhatStoodOpen() throws IOException {
        var left = Files.createDirectory(folder.resolve("objects"));
        var file = Files.writeString(left.resolve("left-behind"), "Jansen");
        Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        PrivateFiles.tighten(folder);

        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(mode(left)).isEqualTo("rwx------");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(file).hasContent("Jansen");
    }

    @Test
    void whatIsNotThereIsLeftAlone() {
        PrivateFiles.tighten(folder.resolve("none"));

        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
