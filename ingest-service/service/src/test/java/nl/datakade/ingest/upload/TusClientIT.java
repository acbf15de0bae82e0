package nl.datakade.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.datakade.ingest.IngestIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A public tus client as it is: that of the tus project for Java. */
class TusClientIT extends IngestIT {

    private static final int MIB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void uploadsBreaksOffAndResumes() throws Exception {
        var name = newName();
        var file = UploadClient.noise(13 * MIB + 7);
        var upload = upload(name, file);
        var client = client();

        var begun = client.createUpload(upload);
        begun.setChunkSize(MIB);
        begun.setRequestPayloadSize(3 * MIB);
        for (int chunk = 0; chunk < 7; chunk++) {
            begun.uploadChunk();
        }
        begun.finish(true);
        assertThat(begun.getOffset()).isEqualTo(7 * MIB);

        var resumed = client.resumeUpload(upload(name, file));
        assertThat(resumed.getOffset()).isEqualTo(7 * MIB);
        while (resumed.uploadChunk() > -1) {
            assertThat(resumed.getOffset()).isLessThanOrEqualTo(file.length);
        }
        resumed.finish();

        var shown = department("parkeren").get(resumed.getUploadURL().getPath());
        assertThat(shown.text("state")).isEqualTo("LANDED");
        assertThat(shown.json().required("delivery").required("sha256").asString())
                .isEqualTo(UploadClient.sha256(file));
    }

    private TusUpload upload(String dataset, byte[] bytes) throws Exception {
        var file = Files.write(folder.resolve("parkeergegevens.bin"), bytes);
        var upload = new TusUpload(file.toFile());
        upload.setMetadata(Map.of("filename", "parkeergegevens.bin", "dataset", dataset));
        return upload;
    }

    private TusClient client() throws Exception {
        var client = new TusClient();
        client.setUploadCreationURL(url("/ingest/v1/uploads"));
        client.setHeaders(
                Map.of("Authorization", "Bearer " + department("parkeren").token()));
        client.enableResuming(new TusURLMemoryStore());
        return client;
    }

    private URL url(String path) throws Exception {
        return URI.create(base() + path).toURL();
    }
}
