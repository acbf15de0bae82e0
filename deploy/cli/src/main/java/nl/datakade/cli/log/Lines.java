package nl.datakade.cli.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bounded length, ended by a line feed and by nothing else. */
final class Lines {

    /** A record holds a statement of some 100 kB at most. */
    static final int LONGEST = 4 << 20;

    private final InputStream in;
    private long number;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line; null at the end. A last line that lacks its end, or one that is too long, is doubtful. */
    @Nullable
    String next() throws IOException {
        var line = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0) {
            return null;
        }
        number++;
        while (read != '\n') {
            if (read < 0) {
                throw new Doubt("Line " + number + " breaks off: the export is not whole.");
            }
            if (line.size() == LONGEST) {
                throw new Doubt("Line " + number + " is longer than any record.");
            }
            line.write(read);
            read = in.read();
        }
        return line.toString(UTF_8);
    }

    /** Of the line that was read last, from 1. */
    long number() {
        return number;
    }
}
