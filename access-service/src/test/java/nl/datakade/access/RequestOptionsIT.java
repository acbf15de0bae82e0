package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a form may offer before anything is asked, and which requests wait for whom. */
class RequestOptionsIT extends AccessStory {

    @Test
    void offersTheLongestTermThatTheRulesAccept() {
        var given = personalDataset();
        var purpose = purpose("PUBLIC_TASK");
        var option = option(given, purpose);
        assertThat(option.path("standing").asString()).isEqualTo("POSSIBLE");
        assertThat(option.path("approvals")).hasSize(2);

        var latest = LocalDate.parse(option.path("latest").asString());
        assertThat(ask(given, purpose, latest.plusDays(1)).type()).isEqualTo("/problems/request-term");
        assertThat(ask(given, purpose, latest).status()).isEqualTo(201);
        assertThat(option(given, purpose).path("standing").asString()).isEqualTo("REQUESTED");
        assertThat(option(given, purpose).path("request").asString()).isNotBlank();
    }

    @Test
    void saysBeforehandWhatTheRulesRefuse() {
        var given = personalDataset();
        assertThat(option(given, purpose(null)).path("refusal").asString()).isEqualTo("NO_LEGAL_BASIS");
        assertThat(option(openDataset(), purpose(null)).path("standing").asString())
                .isEqualTo("UNNEEDED");
    }

    @Test
    void saysForWhichPurposesThereIsAccess() {
        var given = personalDataset();
        var purpose = purpose("PUBLIC_TASK");
        var request = request(given, purpose);
        assertThat(waiting(grantor)).contains(request.text("/id"));
        assertThat(waiting(privacy)).contains(request.text("/id"));

        approve(grantor, request);
        assertThat(waiting(grantor)).as("has decided").doesNotContain(request.text("/id"));
        assertThat(waiting(privacy)).contains(request.text("/id"));
        assertThat(waiting(analyst)).as("their own").doesNotContain(request.text("/id"));

        approve(privacy, request);
        assertThat(option(given, purpose).path("standing").asString()).isEqualTo("GRANTED");
        assertThat(option(given, purpose("PUBLIC_TASK")).path("standing").asString())
                .as("another purpose can still be asked")
                .isEqualTo("POSSIBLE");
    }

    @Test
    void listsOpenRequestsFirstAndOnesOwnApart() {
        var given = personalDataset();
        var open = request(given, purpose("PUBLIC_TASK"));
        request(given, purpose(null));
        var own =
                analyst.get("/access/v1/requests?own=true&pageSize=100").json().path("items");
        var statuses = StreamSupport.stream(own.spliterator(), false)
                .map(item -> item.path("status").asString())
                .toList();
        assertThat(statuses.lastIndexOf("SUBMITTED")).isLessThan(statuses.indexOf("REFUSED"));
        assertThat(grantor.get("/access/v1/requests?own=true&pageSize=100").body())
                .doesNotContain(open.text("/id"));
        assertThat(analyst.get("/access/v1/requests?waitingFor=anybody").status())
                .isEqualTo(400);
    }

    private Api.Answer ask(Given given, String purpose, LocalDate until) {
        return analyst.post(
                "/access/v1/requests",
                Map.of("dataset", given.name, "purpose", purpose, "reason", "onderzoek", "until", until.toString()));
    }

    private JsonNode option(Given given, String purpose) {
        var options = analyst.get("/access/v1/datasets/" + given.name + "/request-options")
                .json()
                .path("options");
        return StreamSupport.stream(options.spliterator(), false)
                .filter(option -> option.path("slug").asString().equals(purpose)
                        || option.path("purpose").asString().equals(purpose))
                .findFirst()
                .orElseThrow();
    }

    private static java.util.List<String> waiting(Api person) {
        var items = person.get("/access/v1/requests?waitingFor=me&pageSize=100")
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("id").asString())
                .toList();
    }
}
