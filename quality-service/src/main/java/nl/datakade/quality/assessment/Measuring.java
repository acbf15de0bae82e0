package nl.datakade.quality.assessment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.city.City;
import nl.datakade.platform.folder.InstanceFolder;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.platform.object.ObjectStoreUnavailable;
import nl.datakade.platform.worker.WorkerOutcome;
import nl.datakade.platform.worker.Workers;
import nl.datakade.quality.profile.Profile;
import nl.datakade.quality.profile.ProfileRequest;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has the tables of a version measured by a worker process, on local copies of their objects that are there for as long as
 * the measurement takes.
 */
@Component
class Measuring implements DisposableBean {
    /** Raised when the profiler learns something that older profiles lack. */
    private static final String EDITION = "1";

    private final ObjectStore store;
    private final Workers workers;
    private final JsonMapper json;
    private final QualityProperties properties;
    private final City city;
    private final InstanceFolder copies;

    Measuring(
            ObjectStore store,
            Workers profilers,
            JsonMapper json,
            QualityProperties properties,
            City city,
            @Value("${datakade.work-dir}") Path folder) {
        this.copies = InstanceFolder.createIn(folder.resolve("measuring"));
        this.store = store;
        this.workers = profilers;
        this.json = json;
        this.properties = properties;
        this.city = city;
    }

    /** What a profile of this version is a profile of: the same objects need no second look. */
    static String content(VersionState version) {
        return version.tables().stream()
                .flatMap(table -> table.parts().stream())
                .map(VersionState.Part::sha256)
                .collect(Collectors.joining(" ", EDITION + " ", ""));
    }

    /** Takes as long as it takes, up to the time it may; fails with a {@link MeasuringFailed} that says why. */
    Profile measure(VersionState version) {
        try {
            var folder = Files.createTempDirectory(copies.path(), "version-");
            try {
                return measure(version, folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Profile measure(VersionState version, Path folder) {
        var order = new ProfileTask.Order(properties.workerMemory().toMegabytes(), request(version, folder));
        var answer = new ByteArrayOutputStream();
        try {
            var outcome =
                    workers.run(ProfileTask.class, json.writeValueAsBytes(order), answer, properties.measuringTime());
            return switch (outcome) {
                case WorkerOutcome.Completed _ -> json.readValue(answer.toByteArray(), Profile.class);
                // the message may quote a value of the file; the exception's name does not
                case WorkerOutcome.Failed failed -> throw new MeasuringFailed(failed.exception());
                case WorkerOutcome.OutOfMemory _ -> throw new MeasuringFailed("out of memory");
                case WorkerOutcome.TimedOut timedOut -> throw new MeasuringFailed("not ready in " + timedOut.bound());
                case WorkerOutcome.Crashed crashed -> throw new MeasuringFailed("crash " + crashed.exitStatus());
                case WorkerOutcome.Cancelled _ -> throw new MeasuringFailed("cancelled");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProfileRequest request(VersionState version, Path folder) {
        return new ProfileRequest(
                LocalDate.ofInstant(version.landedAt(), city.zone()),
                version.tables().stream()
                        .map(table -> new ProfileRequest.Table(
                                table.name(),
                                table.columns().stream()
                                        .map(column ->
                                                new ProfileRequest.Column(column.id(), column.name(), column.label()))
                                        .toList(),
                                files(table, folder)))
                        .toList());
    }

    private List<String> files(VersionState.Table table, Path folder) {
        var files = new ArrayList<String>();
        for (var part : table.parts()) {
            try {
                files.add(store.local(part.key(), part.sha256(), folder).toString());
            } catch (ObjectStoreUnavailable away) {
                if (!store.exists(part.key())) {
                    throw new MeasuringFailed("object is gone");
                }
                throw away;
            } catch (UncheckedIOException damaged) {
                throw new MeasuringFailed("object is damaged");
            }
        }
        return files;
    }

    @Override
    public void destroy() {
        copies.close();
    }
}
