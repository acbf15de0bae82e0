package nl.datakade.ingest.stream;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.platform.folder.InstanceFolder;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.platform.worker.WorkerBounds;
import nl.datakade.platform.worker.WorkerOutcome;
import nl.datakade.platform.worker.Workers;
import nl.datakade.table.parquet.OutputColumn;
import nl.datakade.table.parquet.ParquetFile;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** Writes the parts of streams, in a process beside the one that reads files: a large file holds up no stream. */
@Component
class StreamTables implements DisposableBean {

    static final String PREFIX = "streams/";

    private static final String PARQUET = "application/vnd.apache.parquet";
    private static final int PARTS_PER_PROCESS = 2_000;
    private static final Duration BOUND = Duration.ofMinutes(5);

    private final Workers writers;
    private final InstanceFolder files;
    private final ObjectStore objects;
    private final JsonMapper json;

    StreamTables(StreamProperties properties, ObjectStore objects, JsonMapper json) {
        this.objects = objects;
        this.json = json;
        var bounds = new WorkerBounds(
                1,
                0,
                PARTS_PER_PROCESS,
                properties.heapMegabytes(),
                properties.memoryMegabytes(),
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                properties.spool().resolve("processes"));
        this.writers = new Workers(bounds, List.of(AppendTask.class));
        this.files = InstanceFolder.createIn(properties.spool().resolve("files"));
    }

    /** A file for the lines of a batch; its user removes it. */
    Path newFile() throws IOException {
        return Files.createTempFile(files.path(), "lines-", ".ndjson");
    }

    /** The new part, standing in storage; nothing refers to it yet. */
    StreamPart write(Stream stream, Composition composition, Path lines, Instant now) throws IOException {
        var file = lines.resolveSibling(lines.getFileName() + ".parquet");
        try {
            var written = append(stream, composition, lines, file);
            var key = PREFIX + stream.datasetId() + "/" + UuidCreator.getTimeOrderedEpoch() + ".parquet";
            objects.put(key, PARQUET, file);
            return new StreamPart(
                    key,
                    composition.level(),
                    stream.revision(),
                    written.rows(),
                    written.bytes(),
                    written.sha256(),
                    written.bounds(),
                    composition.since(now),
                    now);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The same rows with the columns of now; when they landed stays what it is. */
    StreamPart rewrite(Stream stream, StreamPart part) throws IOException {
        var none = newFile();
        try {
            var alone = new Composition(List.of(), List.of(part), false, part.level());
            return write(stream, alone, none, part.until());
        } finally {
            Files.deleteIfExists(none);
        }
    }

    private ParquetFile append(Stream stream, Composition composition, Path lines, Path to) throws IOException {
        var folder = Files.createTempDirectory(files.path(), "earlier-");
        try {
            return append(stream, composition, lines, to, folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private ParquetFile append(Stream stream, Composition composition, Path lines, Path to, Path folder)
            throws IOException {
        var earlier = new ArrayList<String>();
        for (var part : composition.merged()) {
            earlier.add(objects.local(part.key(), part.sha256(), folder).toString());
        }
        var columns = stream.columns().stream()
                .map(column -> new OutputColumn(
                        column.id(), column.name(), column.kind().sql()))
                .toList();
        var order = new AppendTask.Order(earlier, lines.toString(), to.toString(), columns);
        var told = new ByteArrayOutputStream();
        var outcome = writers.run(AppendTask.class, json.writeValueAsBytes(order), told, BOUND);
        return switch (outcome) {
            case WorkerOutcome.Completed _ -> json.readValue(told.toByteArray(), ParquetFile.class);
            case WorkerOutcome.Failed failed -> throw new IOException("writing rows failed: " + failed.exception());
            case WorkerOutcome.OutOfMemory _,
                    WorkerOutcome.TimedOut _,
                    WorkerOutcome.Crashed _,
                    WorkerOutcome.Cancelled _ ->
                throw new IOException(
                        "writing rows failed: " + outcome.getClass().getSimpleName());
        };
    }

    @Override
    public void destroy() {
        writers.close();
        files.close();
    }
}
