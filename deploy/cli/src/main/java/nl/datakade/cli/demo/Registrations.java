package nl.datakade.cli.demo;

import java.util.List;
import java.util.Map;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;

/** New datasets, each with somebody in every role: what a registration costs. */
public final class Registrations {
    private final Client steward;
    private final List<Map<String, String>> roles;

    public Registrations(Client anybody) {
        this.steward = anybody.as("steward");
        this.roles = new People(steward).roles();
    }

    public Answer register(String name, String department) {
        return steward.put(
                Registering.path(name),
                Map.of(
                        "title",
                        name,
                        "description",
                        "Een dataset van de meting.",
                        "department",
                        department,
                        "themes",
                        List.of("TRAN"),
                        "classification",
                        Map.of("confidentiality", "INTERNAL", "personalData", "NONE", "reason", "5.1 2e"),
                        "roles",
                        roles));
    }
}
