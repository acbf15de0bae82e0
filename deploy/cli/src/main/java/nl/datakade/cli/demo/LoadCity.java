package nl.datakade.cli.demo;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nl.datakade.cli.api.Client;
import nl.datakade.cli.api.Platform;
import nl.datakade.cli.api.Somebody;
import nl.datakade.cli.city.DemoCity;
import nl.datakade.cli.city.Truth;
import nl.datakade.local.Checkout;

/** The files of every department go in. */
public final class LoadCity implements Chapter {
    @Override
    public String title() {
        return "The departments of Kadestad push their files";
    }

    @Override
    public void tell(PrintWriter out) throws Exception {
        Path folder = Files.createDirectories(Checkout.state().resolve("city"));
        var city = new DemoCity();
        List<Truth> truths = city.writeTo(folder);
        out.printf("Their files stand in %s. Each is pushed, read, registered and scored:%n", folder);
        out.flush();
        var client = Client.of(Platform.here(), new Somebody.User("steward"));
        CityLoad.Loaded loaded = new CityLoad(client, out).load(city, truths, folder);
        out.printf(
                Locale.ROOT,
                "%d datasets with %,d rows, %.1f s from the first push to the last score.%n",
                loaded.datasets().size(),
                loaded.rows(),
                loaded.took().toMillis() / 1000.0);
    }
}
