package nl.datakade.cli.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import nl.datakade.local.Ports;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** The command push as one jar that needs nothing but a Java 25: for a supplier's machine. */
record PushJar(Path out) {
    private static final List<String> OURS =
            List.of("nl/datakade/cli/api/", "nl/datakade/cli/push/", "nl/datakade/cli/city/Sha256");

    void write() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, PushMain.class.getName());
        var written = new HashSet<String>();
        try (var jar = new JarOutputStream(Files.newOutputStream(out), manifest)) {
            copy(PushJar.class, jar, written, true);
            copy(Ports.class, jar, written, false);
            copy(CommandLine.class, jar, written, false);
            copy(Yaml.class, jar, written, false);
            copy(JsonMapper.class, jar, written, false);
            copy(tools.jackson.core.JsonParser.class, jar, written, false);
            copy(com.fasterxml.jackson.annotation.JsonProperty.class, jar, written, false);
        }
    }

    /** The jar, or the folder of a build, in which a class is found. */
    private static void copy(Class<?> type, JarOutputStream jar, Set<String> written, boolean oursOnly)
            throws IOException {
        Path place = place(type);
        if (Files.isDirectory(place)) {
            try (var files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    add(place.relativize(file).toString(), Files.readAllBytes(file), jar, written, oursOnly);
                }
            }
            return;
        }
        try (var from = new JarFile(place.toFile())) {
            for (var entry : from.stream().filter(each -> !each.isDirectory()).toList()) {
                try (var content = from.getInputStream(entry)) {
                    add(entry.getName(), content.readAllBytes(), jar, written, oursOnly);
                }
            }
        }
    }

    private static void add(String name, byte[] content, JarOutputStream jar, Set<String> written, boolean oursOnly)
            throws IOException {
        boolean wanted = oursOnly
                ? OURS.stream().anyMatch(name::startsWith)
                : !name.endsWith("module-info.class")
                        && !name.startsWith("META-INF/maven/")
                        && !name.equals(JarFile.MANIFEST_NAME);
        if (wanted && written.add(name)) {
            jar.putNextEntry(new ZipEntry(name));
            jar.write(content);
            jar.closeEntry();
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
