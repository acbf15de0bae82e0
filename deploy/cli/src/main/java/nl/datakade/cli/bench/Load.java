package nl.datakade.cli.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * What is put: one large file, and many small ones that differ in their first bytes. Noise, so that nothing on the way
 * can compress it and no reader takes it for a table.
 */
final class Load {
    private static final int BLOCK = 1 << 20;
    private static final int MARK = 16;

    private final Path large;
    private final byte[] small;

    Load(Path folder, int largeMebibytes, int smallKibibytes) throws IOException {
        Files.createDirectories(folder);
        this.large = folder.resolve("large.bin");
        this.small = noise(smallKibibytes << 10);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(large), BLOCK)) {
            byte[] block = noise(BLOCK);
            for (int i = 0; i < largeMebibytes; i++) {
                mark(block, i);
                out.write(block);
            }
        }
    }

    private static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /** The same large file with another beginning, so that it is a version of its own. */
    Path large(int round) throws IOException {
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            var beginning = new byte[MARK];
            mark(beginning, -1 - round);
            file.write(beginning);
        }
        return large;
    }

    byte[] small(int number) {
        byte[] bytes = small.clone();
        mark(bytes, number);
        return bytes;
    }

    private static void mark(byte[] bytes, int number) {
        byte[] text = "%016d".formatted(number).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, bytes, 0, MARK);
    }
}
