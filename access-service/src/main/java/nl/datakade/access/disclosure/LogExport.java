package nl.datakade.access.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The log as lines of JSON: a first line that says which records follow, the records as they stand, and a last line with a
 * checkpoint that signs for them. An export without its last line is not whole.
 */
@Component
public class LogExport {

    private static final Logger log = LoggerFactory.getLogger(LogExport.class);

    private final LogReader reader;
    private final Checkpoints checkpoints;
    private final CheckpointKeys keys;

    LogExport(LogReader reader, Checkpoints checkpoints, CheckpointKeys keys) {
        this.reader = reader;
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    public void write(long from, long limit, OutputStream out) throws IOException {
        long newest = reader.newest();
        long to = Math.min(newest, from + limit - 1);
        line(
                out,
                "{\"export\":{\"log\":\"%s\",\"from\":%d,\"to\":%d,\"newest\":%d}}"
                        .formatted(keys.log(), from, to, newest));
        var written = new long[1];
        reader.forEach(from, to, record -> {
            line(out, record.line());
            written[0]++;
            return true;
        });
        line(out, "{\"end\":{\"records\":%d,%s}}".formatted(written[0], signature(to)));
        out.flush();
    }

    private String signature(long to) {
        try {
            return "\"checkpoint\":\"" + checkpoints.sign(to).compact() + "\"";
        } catch (Checkpoints.LogBroken e) {
            log.error("The disclosure log is broken, so its export is not signed: {}", e.getMessage());
            return "\"checkpoint\":null,\"problem\":\"" + e.getMessage() + "\"";
        }
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(UTF_8));
    }
}
