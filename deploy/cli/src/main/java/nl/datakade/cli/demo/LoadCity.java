package nl.datakade.cli.demo;

import java.io.PrintWriter;
import java.util.Locale;
import nl.datakade.client.Client;
import nl.datakade.client.Platform;
import nl.datakade.client.Somebody;

/** The files of every department go in, but for the one that the main job is shown with. */
public final class LoadCity implements Chapter {
    @Override
    public String title() {
        return "The departments of Kadestad push their files";
    }

    @Override
    public void run(PrintWriter out) throws Exception {
        var files = CityFiles.ofTheDemo();
        out.printf("The files stand in %s. Each is pushed, read, registered and scored:%n", files.folder());
        out.flush();
        var client = Client.of(Platform.here(), new Somebody.User("steward"));
        CityLoad.Loaded loaded = new CityLoad(client, out).load(files.without(MainJob.DATASET));
        out.printf(
                Locale.ROOT,
                "%d datasets with %,d rows: %.1f s from the first push to the last score.%n",
                loaded.datasets().size(),
                loaded.rows(),
                loaded.took().toMillis() / 1000.0);
    }
}
