package nl.datakade.cli.demo;

import java.time.Duration;
import nl.datakade.city.Registration;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import nl.datakade.push.Waiting;

/** What people do until a public dataset can be queried: describe it, and say what may be seen. */
public record OpenDataset(Client client, Registration registration) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Returns when the analyst is answered. */
    public void open(String sql) {
        var steward = client.as("steward");
        new Registering(steward, new People(steward)).register(registration);
        new Purposes(client.as("privacy")).enter(registration.purpose());
        new SettingPolicy(client).set(registration, 1);
        Waiting.until("an answer", PATIENCE, () -> query(sql), Answer::isSuccess);
    }

    /** What the analyst is answered. */
    public Answer query(String sql) {
        return new Asking(client.as("analyst"), registration.name(), registration.purpose()).query(sql);
    }
}
