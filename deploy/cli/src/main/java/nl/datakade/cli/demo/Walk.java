package nl.datakade.cli.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.city.Registration;
import nl.datakade.city.Truth;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import tools.jackson.databind.JsonNode;

/** The first half of the main job: from the file to a dataset that everybody can find and judge. */
final class Walk {
    private final Client client;
    private final Narrator narrator;
    private final CityFiles files;
    private final Registration registration;

    Walk(Client client, Narrator narrator, CityFiles files) {
        this.client = client;
        this.narrator = narrator;
        this.files = files;
        this.registration = files.registration(MainJob.DATASET);
    }

    void go() throws IOException {
        var steward = client.as("steward");
        var registering = new Registering(steward, new People(steward));
        var load = DatasetLoad.of(client, registering, registration, files.folder());
        JsonNode delivery = push(load);
        read(load, delivery);
        register(registering);
        score(load, delivery);
        new GovernedAnswer(
                        client, narrator, registration, delivery.path("version").asInt())
                .go();
    }

    private JsonNode push(DatasetLoad load) throws IOException {
        Truth file = files.versions(registration.name()).getFirst();
        narrator.step("The department's own system pushes %s: %,d records with names, telephone numbers and addresses."
                .formatted(file.file(), file.records()));
        JsonNode receipt = load.push(file);
        narrator.say("POST /ingest/v1/datasets/%s/deliveries  (department-%s)"
                .formatted(registration.name(), registration.department()));
        narrator.say("receipt: version %d, %,d bytes, sha-256 %s…"
                .formatted(
                        receipt.path("version").asInt(),
                        receipt.path("size").asLong(),
                        receipt.path("sha256").asString().substring(0, 16)));
        return receipt;
    }

    private void read(DatasetLoad load, JsonNode delivery) {
        narrator.step("The file becomes a typed table; what could not be read is put aside with its line number.");
        load.read(delivery);
        String path = delivery.path("links").path("version").asString();
        Answer reading = client.as("steward").get(path).required();
        narrator.request("steward", "GET", path, reading);
        for (JsonNode table : reading.json().path("tables")) {
            narrator.say("%s: %s rows, %s put aside, %d columns"
                    .formatted(
                            table.path("name").asString(),
                            table.path("rows").asString(),
                            table.path("rejectedRows").asString("0"),
                            table.path("columns").size()));
            narrator.say(columns(table));
        }
    }

    private static String columns(JsonNode table) {
        var columns = new ArrayList<String>();
        for (JsonNode column : table.path("columns")) {
            columns.add(
                    column.path("name").asString() + " " + column.path("type").asString());
        }
        return String.join(", ", columns);
    }

    private void register(Registering registering) {
        narrator.step("The steward says what it is: title, themes, classification, and who fills which role.");
        Answer dataset = registering.register(registration);
        narrator.request("steward", "PUT", Registering.path(registration.name()), dataset);
        JsonNode body = dataset.json();
        narrator.say("“%s”, %s, %s × %s, %d roles filled"
                .formatted(
                        body.path("title").asString(),
                        body.path("status").asString(),
                        body.path("classification").path("confidentiality").asString(),
                        body.path("classification").path("personalData").asString(),
                        body.path("roles").size()));
    }

    private void score(DatasetLoad load, JsonNode delivery) {
        narrator.step("Quality profiles every column and gives the version its score and verdict.");
        JsonNode score = load.score(delivery);
        narrator.say("GET " + delivery.path("links").path("score").asString() + "  (steward)");
        narrator.say("score %.1f, %s"
                .formatted(
                        score.path("score").asDouble(),
                        score.path("verdict").asString().replace('_', ' ')));
        narrator.say("found: " + personal(score));
        load.settled(delivery);
    }

    private static String personal(JsonNode score) {
        List<String> found = new ArrayList<>();
        for (JsonNode column : score.path("columns")) {
            if (column.path("personal").asBoolean(false)) {
                found.add(column.path("name").asString() + " is "
                        + column.path("semanticType").asString());
            }
        }
        return found.isEmpty() ? "no personal data" : String.join(", ", found);
    }
}
