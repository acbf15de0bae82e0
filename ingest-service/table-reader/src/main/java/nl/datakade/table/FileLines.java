package nl.datakade.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts the lines of a text file by its bytes alone, without any of the reader's code, so that the reader's own account
 * can be held against it. Lines end in a line feed, or in a carriage return where most do.
 */
final class FileLines {

    private FileLines() {}

    static long count(Path file) throws IOException {
        long feeds = 0;
        long returns = 0;
        int last = 0;
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == 0) {
                    continue; // half a character of UTF-16, or none at all
                }
                feeds += next == '\n' ? 1 : 0;
                returns += last == '\r' && next != '\n' ? 1 : 0;
                last = next;
            }
        }
        returns += last == '\r' ? 1 : 0;
        boolean byReturns = returns > feeds;
        boolean open = last != 0 && last != (byReturns ? '\r' : '\n');
        return (byReturns ? returns : feeds) + (open ? 1 : 0);
    }
}
