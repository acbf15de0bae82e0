package nl.datakade.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The city written once for all tests, and found back by dataset and version. */
record WrittenCity(Path folder, List<Truth> truths) {
    private static final WrittenCity ONCE = write();

    static WrittenCity once() {
        return ONCE;
    }

    static WrittenCity write() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "kadestad");
            return new WrittenCity(folder, new DemoCity().writeTo(folder));
        } catch (IOException e) {
            throw new IllegalStateException("The city cannot be written.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The city was not written to the end.", e);
        }
    }

    Truth truth(String dataset, int version) {
        return truths.stream()
                .filter(truth -> truth.dataset().equals(dataset) && truth.version() == version)
                .findFirst()
                .orElseThrow();
    }

    Path path(Truth truth) {
        return DemoCity.pathOf(folder, truth);
    }

    Path path(String dataset, int version) {
        return path(truth(dataset, version));
    }
}
