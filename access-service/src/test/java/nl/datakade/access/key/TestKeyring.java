package nl.datakade.access.key;

import java.nio.file.Path;

/** A secret made for a test. */
public final class TestKeyring {

    private TestKeyring() {}

    public static Keyring in(Path directory) {
        return Keyring.of(null, "", directory.resolve("key"));
    }
}
