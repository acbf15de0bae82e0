package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.platform.event.Subscriptions;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.testkit.BackingServices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The service with everything behind it real, the people who use it, and the steps that their stories share. */
@BackingServices("access")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"datakade.access.staleness=15s", "datakade.access.log.after=1", "datakade.access.log.look=PT24H"})
abstract class AccessStory {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    ObjectStore objects;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Subscriptions subscriptions;

    Api analyst = new Api(0, "analyst");
    Api owner = new Api(0, "owner");
    Api steward = new Api(0, "steward");
    Api grantor = new Api(0, "grantor");
    Api privacy = new Api(0, "privacy");
    Api fg = new Api(0, "fg");

    @BeforeEach
    void untilTheProjectionsAreFresh(@LocalServerPort int port) {
        analyst = new Api(port, "analyst");
        owner = new Api(port, "owner");
        steward = new Api(port, "steward");
        grantor = new Api(port, "grantor");
        privacy = new Api(port, "privacy");
        fg = new Api(port, "fg");
        await().atMost(PATIENCE)
                .until(() -> analyst.get("/access/v1/datasets/none/readiness").status() == 404);
    }

    Given personalDataset() {
        return dataset("overlast", Confidentiality.CONFIDENTIAL, PersonalData.PERSONAL, true);
    }

    Given openDataset() {
        var given = dataset("open", Confidentiality.PUBLIC, PersonalData.NONE, false);
        setSuggestedPolicy(given);
        return given;
    }

    Given dataset(String prefix, Confidentiality confidentiality, PersonalData personal, boolean recognised) {
        var given = new Given(prefix)
                .registered(confidentiality, personal)
                .version(objects)
                .score(Verdict.RELEASED, recognised);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                condition(given, "released").path("met").asBoolean())
                        .isTrue());
        return given;
    }

    /** What the platform suggests; what one person cannot decide of it the owner and the privacy officer approve. */
    void setSuggestedPolicy(Given given) {
        var path = "/access/v1/datasets/" + given.name + "/policy";
        decided(owner.put(path, owner.get(path + "/suggestion").body()));
    }

    /** What is set at once, or proposed and then approved by both. */
    void decided(Api.Answer put) {
        assertThat(put.status()).as(put.body()).isIn(200, 202);
        if (put.status() == 202) {
            var approved = decide(owner, put, "DATA_OWNER", true);
            assertThat(approved.text("/status")).as(approved.body()).isEqualTo("OPEN");
            approved = decide(privacy, put, "PRIVACY_OFFICER", true);
            assertThat(approved.text("/status")).as(approved.body()).isEqualTo("ACCEPTED");
        }
    }

    static Api.Answer decide(Api person, Api.Answer proposal, String as, boolean approve) {
        return person.post(
                proposal.text("/links/decisions"),
                Map.of("as", as, "approve", approve, "reason", "Nodig voor het doel"));
    }

    /** With one treatment for each column of the only table, by the columns' numbers. */
    static Map<String, Object> policy(Map<Integer, String> treatments) {
        return Map.of(
                "tables",
                List.of(Map.of(
                        "table",
                        "meldingen",
                        "columns",
                        treatments.entrySet().stream()
                                .map(column ->
                                        Map.of("id", column.getKey(), "treatment", Map.of("kind", column.getValue())))
                                .toList())),
                "reason",
                "Voor het onderzoek");
    }

    Api.Answer putPolicy(Api person, Given given, Map<Integer, String> treatments) {
        var path = "/access/v1/datasets/" + given.name + "/policy";
        var present = person.get(path);
        return present.json().path("revision").asInt() == 0
                ? person.put(path, policy(treatments))
                : person.put(
                        path,
                        policy(treatments),
                        "If-Match",
                        present.response().headers().firstValue("ETag").orElseThrow());
    }

    /** By who has seen it. */
    Api.Answer changeActivity(String slug, String body, String... query) {
        var path = "/access/v1/activities/" + slug;
        var seen = privacy.get(path).response().headers().firstValue("ETag").orElseThrow();
        return privacy.put(path + String.join("", query), body, "If-Match", seen);
    }

    JsonNode readiness(Given given) {
        var path = "/access/v1/datasets/" + given.name + "/readiness";
        await().atMost(PATIENCE).until(() -> analyst.get(path).status() == 200);
        return analyst.get(path).json();
    }

    JsonNode condition(Given given, String code) {
        return readiness(given)
                .path("conditions")
                .valueStream()
                .filter(condition -> condition.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    Api.Answer request(Given given, String purpose) {
        var answer = analyst.post(
                "/access/v1/requests",
                Map.of("dataset", given.name, "purpose", purpose, "reason", "Onderzoek overlast"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    static Api.Answer approve(Api person, Api.Answer request) {
        return person.post(path(request) + "/approvals", Map.of("policyRevision", revisionSeen(person, request)));
    }

    /** Of the policy that is approved with the request, as who approves sees it; 0 where they see none. */
    static long revisionSeen(Api person, Api.Answer request) {
        return person.get(path(request)).json().at("/terms/policyRevision").asLong(0);
    }

    private static String path(Api.Answer request) {
        return "/access/v1/requests/" + request.text("/id");
    }

    String purpose(@Nullable String legalBasis) {
        var slug = "doel-" + UUID.randomUUID().toString().substring(0, 8);
        var answer = privacy.post("/access/v1/activities", activity(slug, legalBasis));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return slug;
    }

    static String activity(String slug, @Nullable String legalBasis) {
        return """
                {"slug":"%s","name":"Onderzoek","purpose":"Overlast verminderen",
                 "controller":{"name":"College van B en W"},"legalBasis":%s}""".formatted(slug, legalBasis == null ? "null" : '"' + legalBasis + '"');
    }

    static List<Integer> numbers(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("rows")
                .valueStream()
                .map(row -> row.get(0).asInt())
                .toList();
    }
}
