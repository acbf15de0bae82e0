package nl.datakade.ingest.reading;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nl.datakade.platform.folder.InstanceFolder;
import nl.datakade.platform.object.ObjectStore;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The local folder where a file and its tables stand while it is read. */
@Component
class Spool {

    private final ObjectStore objects;
    private final InstanceFolder instance;

    Spool(ObjectStore objects, ReadingProperties properties) {
        this.objects = objects;
        this.instance = InstanceFolder.createIn(properties.spool().resolve("files"));
    }

    @PreDestroy
    void close() {
        instance.close();
    }

    /** The place for one job; closing removes it. */
    Place open(Job job) throws IOException {
        var folder = instance.path().resolve(job.id() + "-" + job.attempt());
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder.resolve("tables"));
        return new Place(folder);
    }

    /** Fetches the raw bytes, which must still be those that were taken in. */
    void fetch(Job job, Place place) throws IOException {
        var hash = sha256();
        try (var in = new DigestInputStream(objects.open(job.delivery().objectKey()), hash)) {
            Files.copy(in, place.file());
        }
        if (!HexFormat.of().formatHex(hash.digest()).equals(job.delivery().sha256())) {
            throw new IOException("raw object differs from its recorded SHA-256");
        }
    }

    record Place(Path folder) implements AutoCloseable {

        Path file() {
            return folder.resolve("content");
        }

        Path tables() {
            return folder.resolve("tables");
        }

        @Override
        public void close() {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
