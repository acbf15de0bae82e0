package nl.datakade.cli.demo;

import java.io.PrintWriter;
import nl.datakade.client.Client;
import nl.datakade.client.Platform;
import nl.datakade.client.Somebody;

/** What the platform is for, shown once from end to end with the dataset that has the most to protect. */
public final class MainJob implements Chapter {
    static final String DATASET = "overlastmeldingen";

    @Override
    public String title() {
        return "From a department's file to a governed answer";
    }

    @Override
    public void run(PrintWriter out) throws Exception {
        var client = Client.of(Platform.here(), new Somebody.User("steward"));
        new Walk(client, new Narrator(out), CityFiles.ofTheDemo()).go();
    }
}
