package nl.datakade.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.UUID;
import nl.datakade.testkit.WorkFolder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** What this service leaves on the disk of its machine after it read a file. */
class WorkFolderIT extends ReadVersionsIT {

    @Value("${datakade.work-dir}")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void nothingIsOpenToOthers() {
        var name = "map-" + UUID.randomUUID().toString().substring(0, 8);
        var receipt = push("groen", name, "a;b\r\n1;2\r\n");
        awaitState(receipt, "READ");

        assertThat(folder).isNotEmptyDirectory();
        await().untilAsserted(() -> assertThat(WorkFolder.plainParquet(folder)).isEmpty());
        assertThat(WorkFolder.openToOthers(folder)).isEmpty();
    }
}
