package nl.datakade.cli.bench;

import java.nio.file.Path;

/** A way for bytes into the object store. */
interface Way {
    void large(Path file, int round) throws Exception;

    /** Called by several clients at once. */
    void small(byte[] bytes, int client, int number) throws Exception;

    /** After a measurement: whatever goes on behind it has ended. */
    void settle() throws Exception;
}
