package nl.datakade.ingest.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import nl.datakade.platform.worker.WorkerTask;
import nl.datakade.table.parquet.OutputColumn;
import nl.datakade.table.parquet.ParquetFile;
import tools.jackson.databind.json.JsonMapper;

/** Writes a part of a stream's table, in a process of its own. */
final class AppendTask implements WorkerTask {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What to write.
     *
     * @param earlier Parquet files that the part takes in, oldest first
     * @param lines the new observations
     */
    record Order(List<String> earlier, String lines, String to, List<OutputColumn> columns) {}

    @Override
    public void run(InputStream in, OutputStream out) throws IOException {
        var order = JSON.readValue(in.readAllBytes(), Order.class);
        var written = ParquetFile.append(
                order.earlier().stream().map(Path::of).toList(),
                Path.of(order.lines()),
                Path.of(order.to()),
                order.columns());
        out.write(JSON.writeValueAsBytes(written));
    }
}
