package nl.datakade.ingest.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.table.Reading;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts the files of a reading into object storage, the manifest last. Nothing refers to them before the commit. */
@Component
class TableObjects {

    private static final String REJECTS = "rejects.csv";

    private final ObjectStore objects;
    private final JsonMapper json;

    TableObjects(ObjectStore objects, JsonMapper json) {
        this.objects = objects;
        this.json = json;
    }

    /** Whether there were rejected rows. */
    boolean put(Job job, Reading reading, Path folder) throws IOException {
        clear(job);
        for (var table : reading.tables()) {
            for (var part : table.parts()) {
                put(job, part.file(), "application/vnd.apache.parquet", folder.resolve(part.file()));
            }
        }
        var rejects = folder.resolve(REJECTS);
        if (Files.exists(rejects)) {
            put(job, REJECTS, "text/csv; charset=utf-8", rejects);
        }
        var manifest = folder.resolve(Manifest.FILE);
        Files.write(manifest, json.writeValueAsBytes(Manifest.of(job, reading)));
        put(job, Manifest.FILE, "application/json", manifest);
        return Files.exists(rejects);
    }

    String manifest(Job job) {
        return job.folder() + Manifest.FILE;
    }

    String rejects(Job job) {
        return job.folder() + REJECTS;
    }

    /** Removes what an earlier attempt left behind: its bytes may differ, and no version speaks of them. */
    void clear(Job job) {
        if (job.attempt() > 1) {
            remove(job);
        }
    }

    /** When nobody will speak of this reading any more. */
    void remove(Job job) {
        objects.keys(job.folder()).forEach(objects::delete);
    }

    private void put(Job job, String name, String mediaType, Path file) {
        if (!objects.put(job.folder() + name, mediaType, file)) {
            throw new OtherReader(job.folder() + name);
        }
    }

    /** A reader that was taken for lost is still writing; whoever comes next starts anew. */
    static final class OtherReader extends RuntimeException {
        OtherReader(String key) {
            super(key);
        }
    }
}
