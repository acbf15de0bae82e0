package nl.datakade.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.datakade.local.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void everyRoundAndEveryFileIsNew() throws IOException {
        var load = new Load(folder, 2, 100);

        String first = Sha256.hex(load.large(1));

        assertThat(Sha256.hex(load.large(2))).isNotEqualTo(first);
        assertThat(Files.size(load.large(3))).isEqualTo(2 << 20);
        assertThat(load.small(1)).hasSize(100 << 10).isNotEqualTo(load.small(2));
    }
}
