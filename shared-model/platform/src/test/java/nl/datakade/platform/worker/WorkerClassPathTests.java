package nl.datakade.platform.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerClassPathTests {

    @TempDir
    Path folder;

    @Test
    void namesTheJarsThatAManifestNames() throws IOException {
        var jar = jar("lib/one.jar lib/two.jar");
        var entries = new WorkerClassPath(folder).of(jar + File.pathSeparator + folder.resolve("classes"));
        assertThat(entries.subList(1, 4))
                .containsExactly(
                        folder.resolve("lib/one.jar").toString(),
                        folder.resolve("lib/two.jar").toString(),
                        folder.resolve("classes").toString());
        try (var bare = new JarFile(entries.getFirst())) {
            assertThat(bare.getEntry("a.txt")).isNotNull();
            assertThat(bare.getManifest()).isNull();
        }
    }

    @Test
    void leavesAJarThatNamesNoneAsItIs() throws IOException {
        var jar = jar(null);
        assertThat(new WorkerClassPath(folder).of(jar.toString())).containsExactly(jar.toString());
    }

    @Test
    void leavesOutTheFolderThatTheServiceRunsIn() throws IOException {
        var jar = jar(null);
        assertThat(new WorkerClassPath(folder).of(jar + File.pathSeparator)).containsExactly(jar.toString());
    }

    @Test
    void makesAJarOfAFolderOnceForAsLongAsTheFolderIsTheSame() throws IOException {
        var classes = Files.createDirectories(folder.resolve("target/classes/a"));
        Files.writeString(classes.resolve("b.txt"), "b");
        var directory = folder.resolve("target/classes").toString();

        var first = new WorkerClassPath(folder).of(directory);
        assertThat(new WorkerClassPath(folder).of(directory)).isEqualTo(first);
        try (var packed = new JarFile(first.getFirst())) {
            assertThat(new String(
                            packed.getInputStream(packed.getEntry("a/b.txt")).readAllBytes(), UTF_8))
                    .isEqualTo("b");
        }

        Files.writeString(classes.resolve("c.txt"), "c");
        assertThat(new WorkerClassPath(folder).of(directory)).isNotEqualTo(first);
    }

    private Path jar(@Nullable String named) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (named != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, named);
        }
        var jar = folder.resolve("service.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry("a.txt"));
            out.write('a');
            out.closeEntry();
        }
        return jar;
    }
}
