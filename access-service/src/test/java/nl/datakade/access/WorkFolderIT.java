package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.datakade.testkit.WorkFolder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** What this service leaves on the disk of its machine after a query. */
class WorkFolderIT extends AccessStory {

    @Test
    void noTableStandsInPlainTextAndNothingIsOpenToOthers(@Value("${datakade.work-dir}") Path folder) {
        var given = openDataset();
        var answer = analyst.query(purpose(null), "select * from " + given.sql());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);

        assertThat(folder).isNotEmptyDirectory();
        assertThat(WorkFolder.plainParquet(folder)).isEmpty();
        assertThat(WorkFolder.openToOthers(folder)).isEmpty();
    }
}
