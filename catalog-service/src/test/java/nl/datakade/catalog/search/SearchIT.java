package nl.datakade.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import nl.datakade.catalog.CatalogApi;
import nl.datakade.catalog.CatalogApi.Answer;
import nl.datakade.catalog.CatalogContext;
import nl.datakade.catalog.LandingEvents;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relevance in Dutch, over a handful of datasets of one department that other tests leave alone. */
@CatalogContext
class SearchIT {

    private static final String OURS = "&department=verlichting";

    private final CatalogApi api;
    private final String steward = Tokens.of("steward");

    SearchIT(CatalogApi api) {
        this.api = api;
    }

    @BeforeEach
    void registerOnce() {
        dataset("zoek-fietstellingen", "Fietstellingen", "Aantallen fietsers per telpunt.", "fiets");
        dataset("zoek-parkeren", "Parkeren op straat", "Bezetting van parkeerplaatsen per straat en uur.", "auto");
        dataset("zoek-bomen", "Bomen", "Alle bomen in de openbare ruimte, met soort en plantjaar.", "groen");
        dataset("zoek-ongevallen", "Onveilige kruispunten", "Ongevallen met fietsers en auto's.", "verkeer");
        dataset("zoek-cafes", "Terrassen", "Cafés & <b>restaurants</b> met een terras.", "horeca");
    }

    @ParameterizedTest
    @CsvSource({
        "fietstelling, zoek-fietstellingen", // the singular, by its stem
        "fietstellingen, zoek-fietstellingen",
        "fietst, zoek-fietstellingen", // while still typing
        "tellingen, zoek-fietstellingen", // the second part of a compound
        "boom, zoek-bomen", // stem with an undoubled vowel
        "BOMEN, zoek-bomen",
        "cafe, zoek-cafes", // without its accent
        "kruispunt onveilig, zoek-ongevallen", // every word, in any order
        "de bezetting van straat, zoek-parkeren", // words that say nothing do not count
        "fietstelingen, zoek-fietstellingen", // a typing error
        "parkeerdruk, zoek-parkeren" // another compound of the same word
    })
    void findsFirstWhatWasMeant(String words, String expected) {
        assertThat(search(words).at("/items/0/name")).isEqualTo(expected);
    }

    @Test
    void aTitleWeighsMoreThanADescription() {
        assertThat(names(search("fiets"))).containsExactly("zoek-fietstellingen", "zoek-ongevallen");
    }

    @Test
    void whatIsSimilarIsShownOnlyWhenNothingHasTheWordsAndIsSaid() {
        assertThat(search("bomen").at("/matching")).isEqualTo("EXACT");
        assertThat(search("bommen").at("/matching")).isEqualTo("SIMILAR");
        assertThat(search("zzzqqqxxx").at("/total")).isEqualTo("0");
    }

    @Test
    void whatWasFoundIsMarkedInEscapedHtml() {
        var answer = search("restaurants");

        assertThat(answer.at("/items/0/highlight/description"))
                .startsWith("Cafés &amp; ")
                .contains("<mark>restaurants</mark>")
                .doesNotContain("<b>");
        assertThat(search("fietstelling").at("/items/0/highlight/title")).isEqualTo("<mark>Fietstellingen</mark>");
    }

    @Test
    void columnsAreFoundAndTheScoreIsShown() {
        var id = UUID.fromString(
                api.get("/catalog/v1/datasets/zoek-bomen", steward).at("/id"));
        TestEvents.publish(LandingEvents.read(id, "zoek-bomen", "verlichting", 1, 1, "stamdiameter_klasse"));
        TestEvents.publish(LandingEvents.scored(id, 1, 1, 91.0, Verdict.RELEASED));

        var found = await().until(
                        () -> search("stamdiameter"),
                        answer -> answer.at("/items/0/score").equals("91.0"));
        assertThat(names(found)).containsExactly("zoek-bomen");
        assertThat(found.at("/items/0/currentVersion")).isEqualTo("1");
    }

    @Test
    void aVersionThatWasNeverReleasedIsShownWithItsScoreAndNotAsTheCurrentOne() {
        var id = UUID.fromString(
                api.get("/catalog/v1/datasets/zoek-cafes", steward).at("/id"));
        TestEvents.publish(LandingEvents.read(id, "zoek-cafes", "verlichting", 1, 1, "terras"));
        TestEvents.publish(LandingEvents.scored(id, 1, 1, 41.5, Verdict.HELD_BACK));

        var found = await().until(
                        () -> search("terrassen"),
                        answer -> answer.at("/items/0/newest/score").equals("41.5"));

        assertThat(found.at("/items/0/newest/version")).isEqualTo("1");
        assertThat(found.at("/items/0/newest/verdict")).isEqualTo("HELD_BACK");
        assertThat(found.json().at("/items/0/score").isNumber()).isFalse();
        assertThat(found.json().at("/items/0/currentVersion").isNumber()).isFalse();
    }

    @Test
    void datasetsCanBeAskedForByTheirNames() {
        var answer =
                api.get("/catalog/v1/datasets?name=zoek-bomen&name=zoek-parkeren&name=er-niet&sort=title", steward);

        assertThat(names(answer)).containsExactly("zoek-bomen", "zoek-parkeren");
    }

    @Test
    void facetsCountWhatOtherwiseChosenWouldBeFound() {
        var answer = api.get("/catalog/v1/datasets?q=fiets&status=REGISTERED" + OURS, steward);

        assertThat(answer.at("/total")).isEqualTo("0");
        assertThat(answer.at("/facets/status/0/value")).isEqualTo("DRAFT");
        assertThat(answer.at("/facets/status/0/count")).isEqualTo("2");
        assertThat(search("fiets")
                        .json()
                        .at("/facets/theme")
                        .valueStream()
                        .map(theme -> theme.get("value").asString()))
                .containsExactly("http://publications.europa.eu/resource/authority/data-theme/TRAN");
    }

    @Test
    void themesAreFilteredByTheirCode() {
        assertThat(api.get("/catalog/v1/datasets?theme=TRAN" + OURS, steward).at("/total"))
                .isEqualTo("5");
        assertThat(api.get("/catalog/v1/datasets?theme=HEAL" + OURS, steward).at("/total"))
                .isEqualTo("0");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var first = api.get("/catalog/v1/datasets?sort=title&pageSize=2&page=1" + OURS, steward);
        var second = api.get("/catalog/v1/datasets?sort=title&pageSize=2&page=2" + OURS, steward);
        var third = api.get("/catalog/v1/datasets?sort=title&pageSize=2&page=3" + OURS, steward);

        assertThat(first.at("/total")).isEqualTo("5");
        assertThat(List.of(names(first), names(second), names(third)))
                .containsExactly(
                        List.of("zoek-bomen", "zoek-fietstellingen"),
                        List.of("zoek-ongevallen", "zoek-parkeren"),
                        List.of("zoek-cafes"));
    }

    @ParameterizedTest
    @CsvSource({"sort=best, sort", "pageSize=1000, pageSize", "page=0, page", "status=OPEN, status", "page=x, page"})
    void aWrongParameterIsNamed(String query, String field) {
        var answer = api.get("/catalog/v1/datasets?" + query, steward);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/name")).isEqualTo(field);
        assertThat(answer.at("/errors/0/in")).isEqualTo("query");
    }

    @ParameterizedTest
    @CsvSource({"' OR 1=1 --", "%25", "a:*&!|()", "\\", "<script>"})
    void signsAreNoWords(String text) {
        assertThat(search(text).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"%", "_", "---", "?!"})
    void signsAloneFindNothing(String text) {
        assertThat(search(text).at("/total")).isEqualTo("0");
    }

    @Test
    void jsonIsNotSentUnderAnotherName() {
        assertThat(api.get("/catalog/v1/datasets", steward, "application/ld+json")
                        .status())
                .isEqualTo(406);
        assertThat(api.get("/catalog/v1/datasets/zoek-bomen", steward, "application/ld+json")
                        .status())
                .isEqualTo(406);
        assertThat(api.get("/catalog/v1/datasets", steward, "application/ld+json, */*;q=0.1")
                        .headers()
                        .get("content-type"))
                .startsWith("application/json");
    }

    private Answer search(String words) {
        return api.get("/catalog/v1/datasets?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + OURS, steward);
    }

    private static List<String> names(Answer answer) {
        return answer.json()
                .get("items")
                .valueStream()
                .map(item -> item.get("name").asString())
                .toList();
    }

    private void dataset(String name, String title, String description, String keyword) {
        api.put("/catalog/v1/datasets/" + name, steward, """
                {"title": "%s", "description": "%s", "department": "verlichting",
                 "themes": ["TRAN"], "keywords": ["%s"]}""".formatted(title, description, keyword));
    }
}
