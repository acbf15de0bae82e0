package nl.datakade.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one file in a process of its own: the request as JSON on standard input, the reading as JSON on standard
 * output. Memory and time are the parent's to bound; a file that ends this process ends nothing else.
 */
public final class ReadTask {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What to read, and where the tables go. */
    public record Request(
            String file,
            @Nullable String mediaType,
            @Nullable String fileName,
            String outputFolder,
            @Nullable String tableName,
            @Nullable Map<String, Known> known,
            @Nullable Instructions instructions,
            @Nullable Double rejectLimit,
            @Nullable Map<String, Map<String, String>> descriptions) {}

    private ReadTask() {}

    static void main() throws IOException {
        run(System.in, System.out);
    }

    /** Carries out the request on the one stream, writes the reading to the other. */
    static void run(InputStream in, OutputStream out) throws IOException {
        var reading = read(JSON.readValue(in, Request.class));
        out.write(JSON.writeValueAsBytes(reading));
        out.flush();
    }

    /** Carries out a request. */
    public static Reading read(Request request) throws IOException {
        var options = new ReadOptions(
                request.tableName(),
                Objects.requireNonNullElse(request.known(), Map.of()),
                Objects.requireNonNullElse(request.instructions(), Instructions.NONE),
                Objects.requireNonNullElse(request.rejectLimit(), ReadOptions.REJECT_LIMIT),
                Objects.requireNonNullElse(request.descriptions(), Map.of()));
        return TableReader.read(
                Path.of(request.file()),
                request.mediaType(),
                request.fileName(),
                Path.of(request.outputFolder()),
                options);
    }
}
