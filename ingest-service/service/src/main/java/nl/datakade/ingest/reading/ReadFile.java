package nl.datakade.ingest.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import nl.datakade.platform.worker.WorkerTask;
import nl.datakade.table.ReadTask;
import tools.jackson.databind.json.JsonMapper;

/** Reads one file, in a process of its own: the request comes in as JSON, the reading goes out as JSON. */
final class ReadFile implements WorkerTask {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public void run(InputStream in, OutputStream out) throws IOException {
        var reading = ReadTask.read(JSON.readValue(in, ReadTask.Request.class));
        out.write(JSON.writeValueAsBytes(reading));
    }
}
