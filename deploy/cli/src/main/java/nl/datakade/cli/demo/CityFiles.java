package nl.datakade.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.datakade.city.DemoCity;
import nl.datakade.city.Registration;
import nl.datakade.city.Truth;
import nl.datakade.local.Checkout;

/** The demo city on disk, and what the stewards say of it. */
public record CityFiles(Path folder, List<Registration> registrations, List<Truth> truths) {

    public static CityFiles writtenTo(Path folder) throws IOException, InterruptedException {
        var city = new DemoCity();
        return new CityFiles(Files.createDirectories(folder), city.registrations(), city.writeTo(folder));
    }

    static CityFiles ofTheDemo() throws IOException, InterruptedException {
        return writtenTo(Checkout.state().resolve("city"));
    }

    /** The city without one of its datasets. */
    CityFiles without(String dataset) {
        return new CityFiles(
                folder,
                registrations.stream()
                        .filter(registration -> !registration.name().equals(dataset))
                        .toList(),
                truths);
    }

    Registration registration(String dataset) {
        return registrations.stream()
                .filter(registration -> registration.name().equals(dataset))
                .findFirst()
                .orElseThrow();
    }

    List<Truth> versions(String dataset) {
        return truths.stream().filter(truth -> truth.dataset().equals(dataset)).toList();
    }
}
