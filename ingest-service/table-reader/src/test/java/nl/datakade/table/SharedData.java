package nl.datakade.table;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** Files that are not ours to pass on. */
public final class SharedData {

    private static final String VARIABLE = "DATAKADE_TEST_DATA";

    private SharedData() {}

    /** Their folder; a test that needs them is skipped where they are not, and counted as such. */
    public static Path folder() {
        var folder = System.getenv(VARIABLE);
        assumeTrue(folder != null, VARIABLE + " does not name the folder of test data");
        return Path.of(String.valueOf(folder));
    }
}
