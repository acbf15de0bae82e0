package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.PersonalData;
import org.junit.jupiter.api.Test;

/** Who sees a dataset whole, as services ask it that hold raw rows. */
class SightIT extends AccessStory {

    @Test
    void whoeverMayQueryEveryColumnAsItIsSeesEverything() {
        var given = openDataset();
        var purpose = purpose(null);

        var seen = analyst.get(path(given, purpose));

        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(seen.json().path("version").asInt()).isEqualTo(1);
        assertThat(seen.json().path("everything").asBoolean()).isTrue();
    }

    @Test
    void whoeverSeesMasksOrHoldsNoGrantDoesNotWhateverTheirRole() {
        var given = personalDataset();
        setSuggestedPolicy(given);
        var purpose = purpose("PUBLIC_TASK");

        for (var person : new Api[] {analyst, owner, steward, grantor, privacy, fg}) {
            assertThat(person.get(path(given, purpose))
                            .json()
                            .path("everything")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Test
    void whoeverWasGrantedMasksSeesNotEverythingAndWhoeverWasGrantedEveryColumnDoes() {
        var masked = dataset("zicht", Confidentiality.INTERNAL, PersonalData.PERSONAL, true);
        setSuggestedPolicy(masked);
        var purpose = purpose("PUBLIC_TASK");
        granted(masked, purpose);
        assertThat(analyst.query(purpose, "select naam from " + masked.sql()).status())
                .isEqualTo(200);
        assertThat(everything(masked, purpose)).isFalse();

        var whole = dataset("zicht", Confidentiality.INTERNAL, PersonalData.PERSONAL, false);
        decided(putPolicy(
                owner,
                whole,
                IntStream.rangeClosed(1, 7).boxed().collect(Collectors.toMap(Function.identity(), _ -> "SHOW"))));
        granted(whole, purpose);
        assertThat(everything(whole, purpose)).isTrue();
    }

    private void granted(Given given, String purpose) {
        var request = request(given, purpose);
        approve(grantor, request);
        assertThat(approve(privacy, request).text("/status")).isEqualTo("GRANTED");
    }

    private boolean everything(Given given, String purpose) {
        var seen = analyst.get(path(given, purpose));
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(seen.json().path("version").asInt()).isEqualTo(1);
        return seen.json().path("everything").asBoolean();
    }

    @Test
    void whereThereIsNoVersionOrNoPurposeNobodyDoes() {
        var draft = new Given("leeg").registered(Confidentiality.INTERNAL, PersonalData.NONE);
        readiness(draft);

        var seen = analyst.get(path(draft, purpose(null)));

        assertThat(seen.json().path("everything").asBoolean()).isFalse();
        assertThat(analyst.get(path(draft, "geen-doel")).status()).isGreaterThanOrEqualTo(400);
        assertThat(analyst.get("/access/v1/datasets/" + draft.name + "/sight").status())
                .isEqualTo(400);
    }

    private static String path(Given given, String purpose) {
        return "/access/v1/datasets/" + given.name + "/sight?purpose=" + purpose;
    }
}
