package nl.datakade.cli.bench;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import nl.datakade.client.Somebody;
import nl.datakade.push.Waiting;

/** The way that is measured: a department posts, ingest checks the token, hashes, stores, commits and answers a receipt. */
final class IngestWay implements Way {
    static final String DEPARTMENT = "onderzoek";

    private final Client department;

    IngestWay(Client anybody) {
        this.department = anybody.as(new Somebody.Department(DEPARTMENT));
    }

    @Override
    public void large(Path file, int round) throws Exception {
        department
                .send("POST", path("large"), BodyPublishers.ofFile(file), "Content-Type", "application/octet-stream")
                .required();
    }

    @Override
    public void small(byte[] bytes, int client, int number) {
        department
                .send(
                        "POST",
                        path("small-" + client),
                        BodyPublishers.ofByteArray(bytes),
                        "Content-Type",
                        "application/octet-stream")
                .required();
    }

    /** The list of departments reaches ingest a moment after it is up. */
    void awaitDepartment() {
        Waiting.until(
                "ingest to know the department " + DEPARTMENT,
                Duration.ofMinutes(1),
                () -> department.send(
                        "POST",
                        path("first"),
                        BodyPublishers.ofString("ready"),
                        "Content-Type",
                        "application/octet-stream"),
                Answer::isSuccess);
    }

    private static String path(String dataset) {
        return "/ingest/v1/datasets/bench-" + dataset + "/deliveries?department=" + DEPARTMENT;
    }

    /** Reading follows a landing; it must not run into the next measurement. */
    @Override
    public void settle() {
        Waiting.until(
                "the reading of what was landed",
                Duration.ofMinutes(5),
                () -> unread("LANDED") + unread("READING"),
                count -> count == 0);
    }

    private long unread(String state) {
        return department
                .get("/ingest/v1/deliveries?pageSize=1&state=" + state)
                .required()
                .json()
                .path("total")
                .asLong();
    }
}
