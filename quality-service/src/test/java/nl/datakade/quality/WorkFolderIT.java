package nl.datakade.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import nl.datakade.testkit.Tokens;
import nl.datakade.testkit.WorkFolder;
import org.junit.jupiter.api.Test;
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
}
