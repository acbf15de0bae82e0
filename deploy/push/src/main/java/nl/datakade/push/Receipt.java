package nl.datakade.push;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** A receipt as a person reads it. */
final class Receipt {
    private Receipt() {}

    static void print(JsonNode receipt, PrintWriter out) {
        line(out, "delivery", receipt.path("deliveryId").asString());
        line(
                out,
                "dataset",
                receipt.path("dataset").asString() + ", version "
                        + receipt.path("version").asInt());
        if (receipt.has("corrects")) {
            line(
                    out,
                    "corrects",
                    "version " + receipt.path("corrects").path("version").asInt() + ": "
                            + receipt.path("corrects").path("reason").asString());
        }
        line(out, "department", receipt.path("department").asString());
        line(out, "received", receipt.path("receivedAt").asString());
        line(out, "bytes", receipt.path("size").asString());
        line(out, "sha-256", receipt.path("sha256").asString());
        line(out, "state", receipt.path("state").asString());
        line(out, "follow it at", receipt.path("links").path("self").asString());
    }

    static void printOutcome(JsonNode delivery, PrintWriter out) {
        line(out, "state", delivery.path("state").asString());
        if (!delivery.path("reason").asString("").isEmpty()) {
            line(out, "reason", delivery.path("reason").asString());
        }
        if (delivery.has("ended")) {
            line(out, "because", delivery.path("ended").path("reason").asString());
        }
        for (JsonNode table : delivery.path("tables")) {
            line(
                    out,
                    "table",
                    "%s: %s rows, %s put aside"
                            .formatted(
                                    table.path("name").asString(),
                                    table.path("rows").asString(),
                                    table.path("rejectedRows").asString("0")));
        }
    }

    static void printScore(JsonNode score, PrintWriter out) {
        String value = score.path("score").asString("");
        if (!value.isEmpty()) {
            line(out, "score", value);
        }
    }

    private static void line(PrintWriter out, String label, String value) {
        out.printf("  %-13s %s%n", label, value);
    }
}
