package nl.datakade.catalog.dataset;

import static nl.datakade.catalog.LandingEvents.landed;
import static nl.datakade.catalog.LandingEvents.noScore;
import static nl.datakade.catalog.LandingEvents.read;
import static nl.datakade.catalog.LandingEvents.releasedByException;
import static nl.datakade.catalog.LandingEvents.scored;
import static nl.datakade.catalog.LandingEvents.withdrawn;
import static nl.datakade.catalog.LandingEvents.withoutATable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.function.Predicate;
import nl.datakade.catalog.CatalogApi;
import nl.datakade.catalog.CatalogApi.Answer;
import nl.datakade.catalog.CatalogContext;
import nl.datakade.catalog.Registrations;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.junit.jupiter.api.Test;

@CatalogContext
class LandingIT {

    private final CatalogApi api;
    private final String steward = Tokens.of("steward");
    private final UUID dataset = UUID.randomUUID();

    LandingIT(CatalogApi api) {
        this.api = api;
    }

    @Test
    void aLandingForAnUnknownDatasetMakesADraftOfItsDepartment() {
        var name = CatalogApi.newName("fiets-tellingen");

        TestEvents.publish(landed(dataset, name, "mobiliteit", 1));

        var draft = eventually("/catalog/v1/datasets/" + name, answer -> answer.status() == 200);
        assertThat(draft.at("/id")).isEqualTo(dataset.toString());
        assertThat(draft.at("/status")).isEqualTo("DRAFT");
        assertThat(draft.at("/title")).startsWith("Fiets tellingen");
        assertThat(draft.at("/department")).isEqualTo("mobiliteit");
        assertThat(draft.json().get("findings").size()).isZero();
        assertThat(states()).isEqualTo(1);
    }

    @Test
    void theSameLandingTwiceAndItsVersionFirstStillMakeOneDraft() {
        var name = CatalogApi.newName("dubbel");
        var landed = landed(dataset, name, "groen", 1);

        TestEvents.publish(read(dataset, name, "groen", 1, 1, "soort"));
        TestEvents.publish("11111111-0000-4000-8000-" + dataset.toString().substring(24), landed);
        TestEvents.publish("11111111-0000-4000-8000-" + dataset.toString().substring(24), landed);

        var versions = eventually(
                "/catalog/v1/datasets/" + name + "/versions",
                answer ->
                        answer.status() == 200 && answer.at("/items/0/outcome").equals("READ"));
        assertThat(versions.at("/total")).isEqualTo("1");
        assertThat(versions.at("/items/0/tables/0/columns/0/name")).isEqualTo("soort");
        assertThat(states()).isEqualTo(1);
    }

    @Test
    void versionsCanBeAskedForByTheirNumbers() {
        var name = CatalogApi.newName("nummers");
        var path = "/catalog/v1/datasets/" + name + "/versions";
        for (var version = 1; version <= 3; version++) {
            TestEvents.publish(read(dataset, name, "groen", version, 1, "soort"));
        }
        eventually(path, answer -> answer.status() == 200 && answer.at("/total").equals("3"));

        var two = api.get(path + "?version=1&version=3", steward);
        assertThat(two.at("/total")).isEqualTo("2");
        assertThat(two.at("/items/0/version")).isEqualTo("3");
        assertThat(two.at("/items/1/version")).isEqualTo("1");
        assertThat(api.get(path + "?version=7", steward).at("/total")).isEqualTo("0");
        assertThat(api.get(path + "?version=drie", steward).status()).isEqualTo(400);
    }

    @Test
    void aNameThatSomebodyElseHasBecomesAFreeOneAndSaysSo() {
        var name = CatalogApi.newName("bezet");
        api.put("/catalog/v1/datasets/" + name, steward, Registrations.complete(api, "parkeren"));

        TestEvents.publish(landed(dataset, name, "parkeren", 1));

        var draft = eventually("/catalog/v1/datasets/" + name + "-2", answer -> answer.status() == 200);
        assertThat(draft.at("/id")).isEqualTo(dataset.toString());
        assertThat(draft.at("/findings/0/code")).isEqualTo("name-taken");
        assertThat(draft.at("/findings/0/message")).contains(name + "-2");
        var renamed = CatalogApi.newName("vrij");
        var answer = api.patch(
                "/catalog/v1/datasets/" + name + "-2",
                steward,
                "{\"name\": \"" + renamed + "\"}",
                "If-Match",
                draft.etag());
        assertThat(answer.json().get("findings").size()).isZero();
    }

    @Test
    void theCurrentVersionIsTheLastThatWasReleased() {
        var name = CatalogApi.newName("versies");
        var path = "/catalog/v1/datasets/" + name;

        TestEvents.publish(landed(dataset, name, "mobiliteit", 1));
        TestEvents.publish(read(dataset, name, "mobiliteit", 1, 1, "telpunt", "aantal"));
        TestEvents.publish(scored(dataset, 1, 1, 87.5, Verdict.RELEASED));
        TestEvents.publish(read(dataset, name, "mobiliteit", 2, 1, "telpunt"));
        TestEvents.publish(scored(dataset, 2, 1, 12.0, Verdict.HELD_BACK));

        var versions = eventually(
                path + "/versions",
                answer -> answer.status() == 200
                        && answer.at("/items/0/verdict").equals("HELD_BACK")
                        && answer.at("/items/1/verdict").equals("RELEASED"));
        assertThat(versions.at("/items/0/version")).isEqualTo("2");
        assertThat(versions.at("/items/0/heldBackFor/0")).isEqualTo("too-many-rejects");
        assertThat(versions.at("/items/1/rows")).isEqualTo("99");
        assertThat(versions.at("/items/1/rejectedRows")).isEqualTo("1");
        var shown = api.get(path, steward);
        assertThat(shown.at("/currentVersion")).isEqualTo("1");
        assertThat(shown.at("/latestVersion")).isEqualTo("2");
        assertThat(shown.at("/score")).isEqualTo("87.5");
        assertThat(shown.at("/links/score")).isEqualTo("/quality/v1/datasets/" + name + "/versions/1/score");
    }

    @Test
    void aVersionReleasedByExceptionIsShownAsThatAndOneWithoutATableHasNoScore() {
        var name = CatalogApi.newName("uitzondering");
        var path = "/catalog/v1/datasets/" + name;
        TestEvents.publish(landed(dataset, name, "mobiliteit", 1));
        TestEvents.publish(read(dataset, name, "mobiliteit", 1, 1, "telpunt"));
        TestEvents.publish(releasedByException(dataset, 1));
        TestEvents.publish(withoutATable(dataset, name, "mobiliteit", 2));
        TestEvents.publish(noScore(dataset, 2));

        var versions = eventually(
                path + "/versions",
                answer -> answer.at("/items/0/verdict").equals("HELD_BACK")
                        && answer.at("/items/1/verdict").equals("RELEASED"));

        assertThat(versions.at("/items/0/noScore")).isEqualTo("NO_TABLE");
        assertThat(versions.json().at("/items/0/score").isNumber()).isFalse();
        assertThat(versions.at("/items/0/releasedByException")).isEqualTo("false");
        assertThat(versions.at("/items/1/releasedByException")).isEqualTo("true");
        assertThat(versions.at("/items/1/exceptions/0")).isEqualTo("column-lost");
        var found = api.get("/catalog/v1/datasets?name=" + name, steward);
        assertThat(found.at("/items/0/currentVersion")).isEqualTo("1");
        assertThat(found.at("/items/0/releasedByException")).isEqualTo("true");
    }

    @Test
    void searchSaysOfADatasetWithOnlyADocumentThatItHasNoScore() {
        var name = CatalogApi.newName("document");
        TestEvents.publish(landed(dataset, name, "mobiliteit", 1));
        TestEvents.publish(withoutATable(dataset, name, "mobiliteit", 1));
        TestEvents.publish(noScore(dataset, 1));

        var found = eventually(
                "/catalog/v1/datasets?name=" + name,
                answer -> answer.at("/items/0/newest/verdict").equals("HELD_BACK"));

        assertThat(found.at("/items/0/newest/noScore")).isEqualTo("NO_TABLE");
        assertThat(found.json().at("/items/0/newest/score").isNumber()).isFalse();
        assertThat(found.at("/items/0/releasedByException")).isEqualTo("false");
    }

    @Test
    void aWithdrawnVersionIsCurrentNoMoreAndTheListSaysWhy() {
        var name = CatalogApi.newName("intrekken");
        var second = read(dataset, name, "groen", 2, 1, "soort");
        TestEvents.publish(landed(dataset, name, "groen", 1));
        TestEvents.publish(read(dataset, name, "groen", 1, 1, "soort"));
        TestEvents.publish(second);
        TestEvents.publish(scored(dataset, 1, 1, 80.0, Verdict.RELEASED));
        TestEvents.publish(scored(dataset, 2, 1, 90.0, Verdict.RELEASED));
        var path = "/catalog/v1/datasets/" + name;
        eventually(
                path,
                answer -> answer.status() == 200 && answer.at("/currentVersion").equals("2"));

        TestEvents.publish(withdrawn(second));

        eventually(path, answer -> answer.at("/currentVersion").equals("1"));
        var versions = eventually(
                path + "/versions", answer -> answer.at("/items/0/outcome").equals("WITHDRAWN"));
        assertThat(versions.at("/items/0/endedReason")).isEqualTo("Verkeerd bestand gestuurd");
        assertThat(versions.at("/items/0/corrects/version")).isEqualTo("1");
        assertThat(versions.at("/items/1/correctedBy")).isEqualTo("2");
        assertThat(versions.at("/items/0/tables/0/name")).isEmpty();
    }

    @Test
    void theScoreOfAnEarlierReadingCountsNoMoreAndAnOlderAnnouncementChangesNothing() {
        var name = CatalogApi.newName("herlezen");
        var path = "/catalog/v1/datasets/" + name + "/versions";

        TestEvents.publish(scored(dataset, 1, 1, 50.0, Verdict.RELEASED));
        TestEvents.publish(read(dataset, name, "mobiliteit", 1, 2, "nieuw"));
        TestEvents.publish(read(dataset, name, "mobiliteit", 1, 1, "oud"));
        eventually(path, answer -> answer.status() == 200);
        TestEvents.publish(scored(dataset, 1, 2, 60.0, Verdict.RELEASED));

        var versions = eventually(path, answer -> answer.at("/items/0/score").equals("60.0"));
        assertThat(versions.at("/items/0/reading")).isEqualTo("2");
        assertThat(versions.at("/items/0/tables/0/columns/0/name")).isEqualTo("nieuw");
    }

    private Answer eventually(String path, Predicate<Answer> expected) {
        return await().until(() -> api.get(path, steward), expected);
    }

    private long states() {
        return TestEvents.of(DatasetState.class).stream()
                .filter(state -> state.datasetId().equals(dataset))
                .count();
    }
}
