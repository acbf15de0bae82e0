package nl.datakade.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.datakade.local.Sha256;

/** Writes the files of Kadestad's departments. */
public final class DemoCity {
    private final List<Source> sources;

    public DemoCity() {
        var city = new Kadestad();
        var weather = new Weather();
        this.sources = List.of(
                new Bicycles(city, weather),
                new Accidents(city),
                new Crossings(city),
                new PublicSpaceReports(city),
                new WasteContainers(city),
                new ParkingPressure(city),
                new Trees(city),
                new GreenMaintenance(city),
                new CareFacilities(city),
                new CareDemand(city),
                new LampPosts(city),
                new LightingFaults(city),
                new ResidentsRegister(city),
                new NuisanceReports(city),
                new Permits(city),
                new AirQuality(city, weather),
                new EnergyLabels(city),
                new Grants(city));
    }

    /** How each dataset is described, in the order in which they are written. */
    public List<Registration> registrations() {
        return sources.stream().map(source -> Registration.of(source.dataset())).toList();
    }

    /**
     * Writes every version of every dataset below the folder, as {@code <dataset>/<version>/<file>}.
     *
     * @return what is in each file, datasets in a fixed order, versions ascending
     */
    public List<Truth> writeTo(Path folder) throws IOException, InterruptedException {
        var tasks = new ArrayList<Callable<Truth>>();
        for (Source source : sources) {
            for (CityFile file : source.files()) {
                tasks.add(() -> write(source.dataset(), file, folder));
            }
        }
        var truths = new ArrayList<Truth>();
        try (var workers = Executors.newFixedThreadPool(2)) {
            for (Future<Truth> written : workers.invokeAll(tasks)) {
                truths.add(written.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("The demo city could not be written to " + folder + ".", e.getCause());
        }
        return truths;
    }

    private static Truth write(String dataset, CityFile file, Path folder) throws IOException {
        Path path = pathOf(folder, dataset, file.version(), file.name());
        Files.createDirectories(path.getParent());
        Tally tally;
        try (var writer = new Tally(file.format().open(path, file.columns()))) {
            tally = writer;
            file.rows().writeTo(writer);
        }
        return new Truth(
                dataset,
                file.version(),
                file.name(),
                file.format().mediaType(),
                Files.size(path),
                Sha256.hex(path),
                tally.records(),
                tally.rejected(),
                tally.records() - tally.rejected(),
                tally.faults(),
                file.columns());
    }

    /** Where a file stands below the folder that was given. */
    public static Path pathOf(Path folder, Truth truth) {
        return pathOf(folder, truth.dataset(), truth.version(), truth.file());
    }

    private static Path pathOf(Path folder, String dataset, int version, String file) {
        return folder.resolve(dataset).resolve(Integer.toString(version)).resolve(file);
    }
}
