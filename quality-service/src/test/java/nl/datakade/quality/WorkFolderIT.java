package nl.datakade.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import nl.datakade.testkit.ServiceProcess;
import nl.datakade.testkit.Tokens;
import nl.datakade.testkit.WorkFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;

/** What this service leaves on the disk of its machine. */
@QualityContext
class WorkFolderIT {
    private final QualityApi api;
    private final Deliveries deliveries;
    private final Path folder;

    WorkFolderIT(QualityApi api, Deliveries deliveries, @Value("${datakade.work-dir}") Path folder) {
        this.api = api;
        this.deliveries = deliveries;
        this.folder = folder;
    }

    @Test
    void whatWasMeasuredStandsNowhereInPlainTextAndNothingIsOpenToOthers() {
        var version = deliveries.deliver(
                UUID.randomUUID(), 1, "SELECT i AS nummer, 'Jansen ' || i AS naam FROM range(200) t(i)");
        api.score(version.dataset(), 1, Tokens.of("fg"));

        assertThat(folder).isNotEmptyDirectory();
        assertThat(WorkFolder.plainParquet(folder)).isEmpty();
        assertThat(WorkFolder.openToOthers(folder)).isEmpty();
    }

    @Test
    void aStartClosesWhatStoodOpen(@TempDir Path work) throws IOException {
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
        var left = Files.createDirectory(work.resolve("objects"));
        Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rwxr-xr-x"));
        var file = Files.writeString(left.resolve("left-behind"), "Jansen");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        try (var _ = ServiceProcess.of("quality", "nl.datakade.quality.QualityApplication")
                .with("DATAKADE_WORK_DIR", work.toString())
                .start()) {
            assertThat(file).exists();
            assertThat(WorkFolder.openToOthers(work)).isEmpty();
        }
    }
}
