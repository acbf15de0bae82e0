package nl.datakade.cli.demo;

import java.util.Map;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import tools.jackson.databind.JsonNode;

/** One person who wants to use one dataset for one purpose, from the first refusal to the answer. */
record Asking(Client analyst, String dataset, String purpose) {
    static final String QUERIES = "/access/v1/queries";
    static final String REQUESTS = "/access/v1/requests";

    Answer query(String sql) {
        return analyst.post(QUERIES, Map.of("purpose", purpose, "sql", sql), "Accept", "application/json");
    }

    Answer request(String reason) {
        return analyst.post(REQUESTS, Map.of("dataset", dataset, "purpose", purpose, "reason", reason));
    }

    /** The revision of the policy that is approved with the request, as whoever approves it sees it. */
    static long policySeenBy(Client approver, String request) {
        return approver.get(REQUESTS + "/" + request)
                .required()
                .json()
                .at("/terms/policyRevision")
                .asLong();
    }

    /** Ends what an earlier run was granted, so that the walk begins where everybody begins. */
    void startAnew(Client grantor) {
        for (JsonNode grant : grants()) {
            if (grant.path("dataset").asString().equals(dataset)
                    && grant.path("status").asString().equals("ACTIVE")) {
                grantor.post(
                                "/access/v1/grants/" + grant.path("id").asString() + "/revocations",
                                Map.of("reason", "The demo starts again."))
                        .required();
            }
        }
    }

    private JsonNode grants() {
        return analyst.get("/access/v1/grants?pageSize=100").required().json().path("items");
    }
}
