package nl.datakade.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.datakade.table.parquet.OutputColumn;
import nl.datakade.table.parquet.ParquetFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewrittenPartTests {

    @TempDir
    private Path folder;

    @Test
    void aPartIsWrittenAgainWithAColumnMoreAndNoNewLines() throws Exception {
        var count = new OutputColumn(1, "aantal", "DOUBLE");
        var place = new OutputColumn(2, "plek", "VARCHAR");
        var lines = Files.writeString(folder.resolve("lines"), "{\"aantal\":1}\n{\"aantal\":2}\n");
        ParquetFile.append(List.of(), lines, folder.resolve("first"), List.of(count));
        var none = Files.createFile(folder.resolve("none"));
        var again = ParquetFile.append(
                List.of(folder.resolve("first")), none, folder.resolve("again"), List.of(count, place));
        assertThat(again.rows()).isEqualTo(2);
        assertThat(ParquetFile.columns(folder.resolve("again"))).containsOnlyKeys("aantal", "plek");
    }
}
