package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.PersonalData;
import org.junit.jupiter.api.Test;

/** Whose pseudonyms can be joined: nobody's, unless both who decide approved just that. */
class PseudonymIT extends AccessStory {

    /** A small dataset of people whose BSN one knows does not tell who is who in the register. */
    @Test
    void aDatasetOfKnownPeopleDoesNotJoinToAnother() {
        var register = personalDataset();
        var known = personalDataset();
        setSuggestedPolicy(register);
        setSuggestedPolicy(known);
        var purpose = purpose("PUBLIC_TASK");
        granted(register, purpose, false);
        granted(known, purpose, false);

        var pseudonyms = pseudonyms(analyst, register, "bsn", purpose);
        assertThat(pseudonyms).hasSize(3).doesNotHaveDuplicates().allMatch(value -> value.matches("[0-9a-f]{32}"));
        assertThat(pseudonyms(analyst, known, "bsn", purpose)).hasSize(3).doesNotContainAnyElementsOf(pseudonyms);
        assertThat(analyst.query(
                                purpose,
                                "select count(*) from %s a join %s b on a.bsn = b.bsn"
                                        .formatted(register.sql(), known.sql()))
                        .text("/rows/0/0"))
                .isEqualTo("0");
        assertThat(pseudonyms(analyst, register, "bsn", purpose))
                .as("the same grant again")
                .isEqualTo(pseudonyms);

        granted(register, purpose, true);
        assertThat(pseudonyms(analyst, register, "bsn", purpose))
                .as("beside a newer grant")
                .isEqualTo(pseudonyms);
    }

    @Test
    void whereBothApprovedCombiningTheSamePersonHasTheSamePseudonym() {
        var one = personalDataset();
        var other = personalDataset();
        setSuggestedPolicy(one);
        setSuggestedPolicy(other);
        var purpose = purpose("PUBLIC_TASK");
        granted(one, purpose, true);
        granted(other, purpose, true);

        assertThat(pseudonyms(analyst, one, "bsn", purpose))
                .isEqualTo(pseudonyms(analyst, other, "bsn", purpose))
                .doesNotHaveDuplicates();
        var second = purpose("PUBLIC_TASK");
        granted(one, second, true);
        assertThat(pseudonyms(analyst, one, "bsn", second))
                .as("another purpose")
                .doesNotContainAnyElementsOf(pseudonyms(analyst, one, "bsn", purpose));
    }

    @Test
    void whatWasApprovedLastNotToBeCombinedIsNotBecauseSomethingElseWasBefore() {
        var one = personalDataset();
        var other = personalDataset();
        setSuggestedPolicy(one);
        setSuggestedPolicy(other);
        var purpose = purpose("PUBLIC_TASK");
        granted(one, purpose, true);
        granted(other, purpose, true);
        granted(one, purpose, false);
        assertThat(pseudonyms(analyst, one, "bsn", purpose))
                .doesNotContainAnyElementsOf(pseudonyms(analyst, other, "bsn", purpose));
    }

    /** Also where the grantor alone would do. */
    @Test
    void combiningTakesTheYesOfBothAndTheySeeThatItIsAskedFor() {
        var given = dataset("intern", Confidentiality.INTERNAL, PersonalData.NONE, false);
        var request = asked(given, purpose(null), true);
        assertThat(request.json().path("waitingFor").toString()).contains("GRANTOR", "PRIVACY");
        for (var approver : List.of(grantor, privacy)) {
            var seen = approver.get("/access/v1/requests/" + request.text("/id"));
            assertThat(seen.json().path("combine").asBoolean()).isTrue();
        }
        assertThat(approve(grantor, request).text("/status")).isEqualTo("SUBMITTED");
        assertThat(approve(privacy, request).text("/status")).isEqualTo("GRANTED");
        assertThat(analyst.get("/access/v1/grants?dataset=" + given.name).text("/items/0/combine"))
                .isEqualTo("true");
        assertThat(asked(given, purpose(null), false).json().path("waitingFor").toString())
                .doesNotContain("PRIVACY");
    }

    @Test
    void ofPublicDataEachPersonHasPseudonymsOfTheirOwn() {
        var given = dataset("open", Confidentiality.PUBLIC, PersonalData.NONE, false);
        var set = owner.put("/access/v1/datasets/" + given.name + "/policy", """
                {"tables":[{"table":"meldingen","columns":[
                  {"id":1,"treatment":{"kind":"SHOW"}}, {"id":6,"treatment":{"kind":"PSEUDONYM"}}]}]}""");
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        var purpose = purpose(null);

        var pseudonyms = pseudonyms(analyst, given, "afdeling", purpose);
        assertThat(pseudonyms.getFirst()).isEqualTo(pseudonyms.getLast()).isNotEqualTo(pseudonyms.get(1));
        assertThat(pseudonyms(steward, given, "afdeling", purpose)).doesNotContainAnyElementsOf(pseudonyms);
        assertThat(pseudonyms(analyst, given, "afdeling", purpose(null))).doesNotContainAnyElementsOf(pseudonyms);
    }

    private void granted(Given given, String purpose, boolean combine) {
        var request = asked(given, purpose, combine);
        approve(grantor, request);
        assertThat(approve(privacy, request).text("/status")).isEqualTo("GRANTED");
    }

    private Api.Answer asked(Given given, String purpose, boolean combine) {
        var body = new HashMap<String, Object>(
                Map.of("dataset", given.name, "purpose", purpose, "reason", "Onderzoek overlast"));
        if (combine) {
            body.put("combine", true);
        }
        var answer = analyst.post("/access/v1/requests", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static List<String> pseudonyms(Api person, Given given, String column, String purpose) {
        var answer = person.query(purpose, "select %s from %s order by id".formatted(column, given.sql()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("rows")
                .valueStream()
                .map(row -> row.get(0).asString())
                .toList();
    }
}
