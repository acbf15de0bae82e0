package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.quality.ScoreState.Verdict;
import org.junit.jupiter.api.Test;

/** What lets more of personal columns be seen is decided by the data owner and a privacy officer, two persons. */
class TwoPersonsIT extends AccessStory {

    private static final Map<Integer, String> SAFE = Map.of(2, "REDACT", 3, "PSEUDONYM", 4, "POSTCODE4");
    private static final Map<Integer, String> NAMES = Map.of(2, "SHOW", 3, "PSEUDONYM", 4, "POSTCODE4");

    @Test
    void whatIsSafeOnePersonSetsAndWhatShowsMoreIsProposed() {
        var given = personalDataset();
        assertThat(putPolicy(steward, given, SAFE).status()).isEqualTo(200);
        assertThat(putPolicy(owner, given, Map.of(2, "HIDE", 3, "PSEUDONYM")).status())
                .isEqualTo(200);

        var proposed = putPolicy(steward, given, NAMES);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(202);
        assertThat(proposed.response().headers().firstValue("Location")).contains(proposed.text("/links/self"));
        assertThat(proposed.json().path("changes").findValuesAsString("name")).contains("naam", "postcode");
        assertThat(revision(given)).isEqualTo(2);

        assertThat(decide(steward, proposed, "DATA_OWNER", true).status()).isEqualTo(403);
        assertThat(decide(privacy, proposed, "DATA_OWNER", true).type()).isEqualTo("/problems/proposal-not-yours");
        assertThat(decide(owner, proposed, "PRIVACY_OFFICER", true).type()).isEqualTo("/problems/proposal-not-yours");
        assertThat(decide(owner, proposed, "DATA_STEWARD", true).status()).isEqualTo(403);
        var noReason = privacy.post(
                proposed.text("/links/decisions"), Map.of("as", "PRIVACY_OFFICER", "approve", true, "reason", " "));
        assertThat(noReason.status()).isEqualTo(400);

        assertThat(waitingForMe(privacy)).contains(proposed.text("/id"));
        assertThat(decide(privacy, proposed, "PRIVACY_OFFICER", true).text("/status"))
                .isEqualTo("OPEN");
        assertThat(waitingForMe(privacy)).doesNotContain(proposed.text("/id"));
        assertThat(waitingForMe(owner)).contains(proposed.text("/id"));
        assertThat(decide(privacy, proposed, "PRIVACY_OFFICER", true).status()).isEqualTo(409);
        assertThat(revision(given)).isEqualTo(2);
        assertThat(decide(owner, proposed, "DATA_OWNER", true).text("/status")).isEqualTo("ACCEPTED");
        assertThat(revision(given)).isEqualTo(3);
        assertThat(decide(owner, proposed, "DATA_OWNER", false).type()).isEqualTo("/problems/proposal-ended");
        historyIsKept(given, proposed);
    }

    private void historyIsKept(Given given, Api.Answer proposed) {
        var history =
                fg.get("/access/v1/datasets/" + given.name + "/policy/history").json();
        assertThat(history.findValuesAsString("revision")).containsExactly("3", "2", "1");
        assertThat(history.at("/0/proposal").asString()).isEqualTo(proposed.text("/links/self"));
        assertThat(history.at("/0/person").asString()).isEqualTo(Api.subject("steward"));
        assertThat(history.at("/0/reason").asString()).isEqualTo("Voor het onderzoek");
        var kept = fg.get(proposed.text("/links/self")).json();
        assertThat(kept.path("decisions").findValuesAsString("person"))
                .containsExactly(Api.subject("privacy"), Api.subject("owner"));
        assertThat(kept.path("decisions").path(0).path("by").path("person").asString())
                .isEqualTo(Api.subject("privacy"));
        assertThat(kept.path("decisions").findValuesAsString("decidedAt")).hasSize(2);
        assertThat(kept.path("proposedBy").path("person").asString()).isEqualTo(Api.subject("steward"));
        assertThat(kept.path("closedAt").isString()).isTrue();
        assertThat(kept.path("closedBecause").isNull()
                        || kept.path("closedBecause").isMissingNode())
                .isTrue();
        for (var change : List.of(
                "update policy set body = '[]'",
                "delete from clearance",
                "update proposal_decision set approve = false",
                "delete from approval",
                "update activity_version set active = false",
                "delete from grant_history")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasMessageContaining("never changed");
        }
    }

    @Test
    void whatNobodyRecognisedInADatasetWithPersonalDataIsPersonal() {
        var given = personalDataset();
        assertThat(putPolicy(owner, given, Map.of(6, "SHOW")).status()).isEqualTo(202);
        assertThat(putPolicy(owner, given, Map.of(6, "HIDE")).status()).isEqualTo(200);
    }

    /** As if the privacy officer were steward too. */
    @Test
    void whoeverProposedDoesNotApproveAsPrivacyOfficer() {
        var proposed = putPolicy(steward, personalDataset(), NAMES);
        jdbc.sql("update proposal set proposed_by = :person where id = cast(:id as uuid)")
                .param("person", Api.subject("privacy"))
                .param("id", proposed.text("/id"))
                .update();
        assertThat(waitingForMe(privacy)).doesNotContain(proposed.text("/id"));
        assertThat(decide(privacy, proposed, "PRIVACY_OFFICER", true).type()).isEqualTo("/problems/proposal-four-eyes");
    }

    @Test
    void oneRejectionEndsIt() {
        var given = personalDataset();
        var proposed = putPolicy(owner, given, NAMES);
        assertThat(decide(privacy, proposed, "PRIVACY_OFFICER", false).text("/status"))
                .isEqualTo("REJECTED");
        assertThat(decide(owner, proposed, "DATA_OWNER", true).type()).isEqualTo("/problems/proposal-ended");
        assertThat(revision(given)).isZero();
    }

    @Test
    void theSamePolicyInAnotherOrderShowsNoMore() {
        var given = personalDataset();
        decided(putPolicy(owner, given, NAMES));
        var path = "/access/v1/datasets/" + given.name + "/policy";
        var reversed = """
                {"tables":[{"table":"meldingen","columns":[
                  {"id":4,"treatment":{"kind":"POSTCODE4"}},
                  {"id":3,"treatment":{"kind":"PSEUDONYM"}},
                  {"id":2,"treatment":{"kind":"SHOW"}}]}]}""";
        assertThat(owner.put(path, reversed, "If-Match", "\"1\"").status()).isEqualTo(200);
    }

    @Test
    void hidingByLeavingOutIsNotUndoneByOnePerson() {
        var given = personalDataset();
        assertThat(putPolicy(owner, given, SAFE).status()).isEqualTo(200);
        assertThat(putPolicy(owner, given, Map.of(3, "PSEUDONYM")).status()).isEqualTo(200);
        assertThat(putPolicy(owner, given, SAFE).status()).isEqualTo(202);
    }

    @Test
    void aFilterOnPersonalDataIsNotLiftedByOnePerson() {
        var given = personalDataset();
        var path = "/access/v1/datasets/" + given.name + "/policy";
        var filtered = "{\"tables\":[{\"table\":\"meldingen\",\"filter\":%s,"
                + "\"columns\":[{\"id\":2,\"treatment\":{\"kind\":\"REDACT\"}}]}]}";
        decided(owner.put(path, filtered.formatted("\"minuten > 20\"")));
        var lifted = owner.put(path, filtered.formatted("null"), "If-Match", "\"1\"");
        assertThat(lifted.status()).isEqualTo(202);
        assertThat(lifted.json().path("changes").isEmpty()).isTrue();
        assertThat(lifted.text("/rows/0/table")).isEqualTo("meldingen");
        assertThat(lifted.text("/rows/0/from")).as("who decides sees what").isEqualTo("minuten > 20");
        assertThat(lifted.json().at("/rows/0/to").isNull()).isTrue();
        var other = owner.put(path, filtered.formatted("\"minuten > 5\""), "If-Match", "\"1\"");
        assertThat(other.status()).isEqualTo(202);
        assertThat(other.text("/rows/0/to")).isEqualTo("minuten > 5");
    }

    /** Otherwise one person could try one name after another and see whether a row is left. */
    @Test
    void aFilterOnHiddenPersonalDataIsNotChangedByOnePerson() {
        var given = dataset("raden", Confidentiality.INTERNAL, PersonalData.NONE, true);
        var path = "/access/v1/datasets/" + given.name + "/policy";
        var filtered = "{\"tables\":[{\"table\":\"meldingen\",\"filter\":\"naam = '%s'\","
                + "\"columns\":[{\"id\":6,\"treatment\":{\"kind\":\"SHOW\"}}]}]}";
        decided(owner.put(path, filtered.formatted("Jansen")));
        assertThat(owner.put(path, filtered.formatted("Bakker"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(202);
    }

    /** Neither does a first filter, and dropping the table in between resets nothing. */
    @Test
    void aFirstFilterOnPersonalDataIsNotSetByOnePersonNorResetByDroppingTheTable() {
        var given = dataset("orakel", Confidentiality.INTERNAL, PersonalData.NONE, true);
        var path = "/access/v1/datasets/" + given.name + "/policy";
        var bodies = "{\"tables\":[{\"table\":\"meldingen\",\"filter\":%s,"
                + "\"columns\":[{\"id\":6,\"treatment\":{\"kind\":\"SHOW\"}}]}]}";
        var all = bodies.formatted("null");
        var one = bodies.formatted("\"bsn = '123456782'\"");
        var other = bodies.formatted("\"bsn = '012345672'\"");
        var none = "{\"tables\":[]}";

        assertThat(steward.put(path, one).status()).isEqualTo(202);
        assertThat(steward.put(path, all).status()).isEqualTo(200);
        assertThat(steward.put(path, one, "If-Match", "\"1\"").status()).isEqualTo(202);
        assertThat(steward.put(path, none, "If-Match", "\"1\"").status()).isEqualTo(200);
        var proposed = steward.put(path, one, "If-Match", "\"2\"");
        assertThat(proposed.status()).isEqualTo(202);
        decided(proposed);

        assertThat(steward.put(path, none, "If-Match", "\"3\"").status()).isEqualTo(200);
        assertThat(steward.put(path, all, "If-Match", "\"4\"").status()).isEqualTo(202);
        assertThat(steward.put(path, other, "If-Match", "\"4\"").status()).isEqualTo(202);
    }

    /** It takes away rows that anybody who sees the column could leave out. */
    @Test
    void aFirstFilterOnOtherColumnsOnePersonSetsAndNobodyAloneLifts() {
        var given = dataset("afdelingen", Confidentiality.INTERNAL, PersonalData.NONE, true);
        var path = "/access/v1/datasets/" + given.name + "/policy";
        var filtered = "{\"tables\":[{\"table\":\"meldingen\",\"filter\":%s,"
                + "\"columns\":[{\"id\":6,\"treatment\":{\"kind\":\"SHOW\"}}]}]}";
        assertThat(steward.put(path, filtered.formatted("\"afdeling = 'groen'\""))
                        .status())
                .isEqualTo(200);
        assertThat(steward.put(path, filtered.formatted("null"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(202);
        assertThat(steward.put(
                                path,
                                filtered.formatted("\"afdeling = 'groen' or naam = 'Jansen'\""),
                                "If-Match",
                                "\"1\"")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void aFilterThatDoesNotFitTheColumnsIsNamedAsTheReason() {
        var given = dataset("onpassend", Confidentiality.INTERNAL, PersonalData.PERSONAL, false);
        decided(owner.put(
                "/access/v1/datasets/" + given.name + "/policy",
                "{\"tables\":[{\"table\":\"meldingen\",\"filter\":\"naam = 5\","
                        + "\"columns\":[{\"id\":1,\"treatment\":{\"kind\":\"SHOW\"}}]}]}"));
        var answer = analyst.query(granted(given), "select id from " + given.sql());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("/reason")).contains("filter of its policy");
        assertThat(answer.body()).doesNotContain("Jansen");
    }

    /** A steward names columns, and a filter reads names: two persons decided about a column, not about a name. */
    @Test
    void aFilterIsAboutTheColumnsItWasDecidedAboutWhateverTheyAreCalled() {
        var given = dataset("verwisseld", Confidentiality.INTERNAL, PersonalData.PERSONAL, false);
        aFilterOfTwoPersonsHoldsOnlyAsDecided(given, () -> given.versionWithExchangedNames(objects, 2));
    }

    /** A steward says what of a column means that a value is missing; a filter that excludes that value would let it pass. */
    @Test
    void aFilterIsAboutValuesThatAreReadAsWhenItWasDecided() {
        var given = dataset("anders-gelezen", Confidentiality.INTERNAL, PersonalData.PERSONAL, false);
        aFilterOfTwoPersonsHoldsOnlyAsDecided(given, () -> given.versionReadOtherwise(objects, 2));
    }

    private void aFilterOfTwoPersonsHoldsOnlyAsDecided(Given given, Supplier<Given> changedByOne) {
        var path = "/access/v1/datasets/" + given.name + "/policy";
        var filtered = "{\"tables\":[{\"table\":\"meldingen\",\"filter\":\"afdeling = 'groen'\","
                + "\"columns\":[{\"id\":1,\"treatment\":{\"kind\":\"SHOW\"}}]}]}";
        decided(owner.put(path, filtered));
        var purpose = granted(given);
        var sql = "select id from " + given.sql();
        assertThat(numbers(analyst.query(purpose, sql))).containsExactly(2);

        changedByOne.get().score(2, Verdict.RELEASED, false, "niets");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(analyst.query(purpose, sql)
                                .json()
                                .path("missing")
                                .findValuesAsString("code"))
                        .containsExactly("policy"));
        assertThat(steward.put(path, filtered, "If-Match", "\"1\"").status()).isEqualTo(202);

        given.version(objects, 3).score(3, Verdict.RELEASED, false, "niets");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(analyst.query(purpose, sql).status()).isEqualTo(200));
        assertThat(numbers(analyst.query(purpose, sql))).containsExactly(2);
        assertThat(steward.put(path, filtered, "If-Match", "\"1\"").status()).isEqualTo(200);
    }

    @Test
    void whatAProposalWasBasedOnMustStillHold() {
        var given = personalDataset();
        var recognised = putPolicy(owner, given, NAMES);
        decide(owner, recognised, "DATA_OWNER", true);
        given.score(Verdict.RELEASED, true, "email");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                owner.get(recognised.text("/links/self")).text("/status"))
                        .isEqualTo("OUTDATED"));
        assertThat(decide(privacy, recognised, "PRIVACY_OFFICER", true).type())
                .isEqualTo("/problems/proposal-outdated");
        assertThat(revision(given)).isZero();

        var one = putPolicy(owner, given, NAMES);
        var other = putPolicy(steward, given, Map.of(2, "HIDE", 6, "SHOW"));
        Stream.of(one, other).forEach(proposal -> decide(owner, proposal, "DATA_OWNER", true));
        assertThat(decide(privacy, one, "PRIVACY_OFFICER", true).text("/status"))
                .isEqualTo("ACCEPTED");
        assertThat(decide(privacy, other, "PRIVACY_OFFICER", true).type()).isEqualTo("/problems/proposal-outdated");
        assertThat(revision(given)).isEqualTo(1);
    }

    @Test
    void anotherProposalOfTheSamePersonTakesThePlaceOfTheOneBefore() {
        var given = personalDataset();
        var first = putPolicy(steward, given, NAMES);
        var colleagues = putPolicy(owner, given, NAMES);
        assertThat(putPolicy(steward, given, NAMES).text("/id")).isEqualTo(first.text("/id"));
        var second = putPolicy(steward, given, Map.of(6, "SHOW"));
        var replaced = owner.get(first.text("/links/self"));
        assertThat(replaced.text("/status")).isEqualTo("OUTDATED");
        assertThat(replaced.text("/closedBecause")).isEqualTo("replaced");
        assertThat(decide(owner, first, "DATA_OWNER", true).type()).isEqualTo("/problems/proposal-outdated");
        assertThat(waitingForMe(privacy))
                .contains(second.text("/id"), colleagues.text("/id"))
                .doesNotContain(first.text("/id"));
    }

    @Test
    void whatIsFoundToBeOutdatedIsKeptSo() {
        var given = personalDataset();
        var proposed = putPolicy(steward, given, NAMES);
        assertThat(putPolicy(owner, given, Map.of(2, "HIDE")).status()).isEqualTo(200);
        var listed = owner.get("/access/v1/datasets/" + given.name + "/proposals");
        assertThat(listed.text("/items/0/closedBecause")).isEqualTo("changed");
        assertThat(listed.json().at("/items/0/missing").isEmpty()).isTrue();
        assertThat(jdbc.sql("select status from proposal where id = cast(:id as uuid)")
                        .param("id", proposed.text("/id"))
                        .query(String.class)
                        .single())
                .isEqualTo("OUTDATED");
    }

    @Test
    void decisionsAtTheSameMomentCountOnce() {
        var given = personalDataset();
        var proposed = putPolicy(owner, given, NAMES);
        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> i % 2 == 0
                        ? decide(owner, proposed, "DATA_OWNER", true).status()
                        : decide(privacy, proposed, "PRIVACY_OFFICER", true).status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).sorted())
                .containsExactly(200, 200, 409, 409, 409, 409, 409, 409);
        assertThat(revision(given)).isEqualTo(1);
    }

    @Test
    void citizenServiceNumbersAreShownToNobody() {
        var given = personalDataset();
        for (var treatment : List.of("{\"kind\":\"SHOW\"}", "{\"kind\":\"PARTIAL\",\"keep\":8}")) {
            var answer = owner.put(
                    "/access/v1/datasets/" + given.name + "/policy",
                    "{\"tables\":[{\"table\":\"meldingen\",\"columns\":[{\"id\":3,\"treatment\":" + treatment
                            + "}]}]}");
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.text("/errors/0/name")).isEqualTo("tables[0].columns[0].treatment");
        }
    }

    @Test
    void whatIsRecognisedLaterWasNotDecided() {
        var given = dataset("onherkend", Confidentiality.CONFIDENTIAL, PersonalData.PERSONAL, false);
        decided(putPolicy(owner, given, Map.of(2, "SHOW", 3, "SHOW", 6, "SHOW")));
        var purpose = granted(given);
        var sql = "select naam, bsn, afdeling from " + given.sql() + " order by bsn";
        assertThat(analyst.query(purpose, sql).body()).contains("Jansen", "012345672");

        given.score(Verdict.RELEASED, true);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(analyst.query(purpose, sql).body())
                        .contains("parkeren")
                        .doesNotContain("Jansen", "012345672"));
    }

    @Test
    void whatAnEarlierVersionHeldCountsForTheNext() {
        var given = dataset("eerder", Confidentiality.INTERNAL, PersonalData.NONE, true);
        given.version(objects, 2).score(2, Verdict.RELEASED, false, "niets");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(condition(given, "personal-data-covered")
                                .path("met")
                                .asBoolean())
                        .isTrue());
        assertThat(putPolicy(owner, given, Map.of(2, "SHOW")).status()).isEqualTo(202);
        assertThat(putPolicy(owner, given, Map.of(6, "SHOW")).status()).isEqualTo(200);
    }

    /** Were it not so, one person could show everything first and say afterwards what it is. */
    @Test
    void whatOnePersonShowedBeforeItWasPersonalIsHidden() {
        var given = dataset("vooraf", Confidentiality.INTERNAL, PersonalData.NONE, false);
        assertThat(putPolicy(owner, given, Map.of(2, "SHOW", 6, "SHOW")).status())
                .isEqualTo(200);
        given.registered(Confidentiality.INTERNAL, PersonalData.PERSONAL);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(condition(given, "policy").path("met").asBoolean())
                                .isFalse());
        decided(putPolicy(owner, given, Map.of(6, "SHOW")));
        assertThat(condition(given, "policy").path("met").asBoolean()).isTrue();
    }

    @Test
    void listsNoProposalsForWhoDoesNotDecide() {
        assertThat(analyst.get("/access/v1/proposals").status()).isEqualTo(403);
        assertThat(privacy.get("/access/v1/proposals?waitingFor=you").type())
                .isEqualTo("/problems/proposal-filter-unknown");
        var given = personalDataset();
        assertThat(owner.get("/access/v1/datasets/" + given.name + "/proposals/" + given.id)
                        .type())
                .isEqualTo("/problems/proposal-unknown");
    }

    private String granted(Given given) {
        var purpose = purpose("PUBLIC_TASK");
        var request = request(given, purpose);
        approve(grantor, request);
        approve(privacy, request);
        return purpose;
    }

    private List<String> waitingForMe(Api person) {
        return person.get("/access/v1/proposals?waitingFor=me&pageSize=100")
                .json()
                .path("items")
                .findValuesAsString("id");
    }

    private int revision(Given given) {
        return owner.get("/access/v1/datasets/" + given.name + "/policy")
                .json()
                .path("revision")
                .asInt();
    }
}
