package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;

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
