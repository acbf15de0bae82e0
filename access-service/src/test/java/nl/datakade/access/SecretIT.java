package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A secret dataset is there for who holds a role in it and for who oversees, wherever one asks. */
class SecretIT extends AccessStory {

    @Test
    void isNowhereToBeSeenForOthers() {
        var secret = secretDataset();
        var dataset = "/access/v1/datasets/" + secret.name;
        for (var path : List.of(
                dataset + "/readiness",
                "/access/v1/grants?dataset=" + secret.name,
                "/access/v1/disclosures?dataset=" + secret.name)) {
            assertThat(analyst.get(path).status()).as(path).isEqualTo(404);
            assertThat(privacy.get(path).status()).as(path).isEqualTo(200);
            assertThat(owner.get(path).status()).as(path).isEqualTo(200);
        }
        for (var path : List.of(dataset + "/policy", dataset + "/policy/suggestion")) {
            assertThat(steward.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(grantor.get(dataset + "/policy").status()).isEqualTo(404);
        assertThat(owner.get(dataset + "/policy").status()).isEqualTo(200);
        assertThat(fg.get(dataset + "/policy").status()).isEqualTo(200);
        assertThat(steward.put(dataset + "/policy", "{\"tables\":[]}").status()).isEqualTo(404);
    }

    @Test
    void isNotAskedForNorQueriedByOthers() {
        var secret = secretDataset();
        var purpose = purpose("PUBLIC_TASK");
        var asked = Map.of("dataset", secret.name, "purpose", purpose, "reason", "nieuwsgierig");
        assertThat(analyst.post("/access/v1/requests", asked).type()).isEqualTo("/problems/dataset-unknown");
        assertThat(analyst.query(purpose, "from " + secret.sql()).type()).isEqualTo("/problems/sql-table-unknown");
        assertThat(owner.query(purpose, "from " + secret.sql()).type()).isEqualTo("/problems/not-queryable");
    }

    private Given secretDataset() {
        var secret = new Given("geheim")
                .dataset(
                        DatasetState.Status.REGISTERED,
                        new Classification(Confidentiality.SECRET, PersonalData.NONE),
                        List.of(new RoleHolder(Role.DATA_OWNER, Api.subject("owner"))))
                .version(objects);
        var path = "/access/v1/datasets/" + secret.name + "/readiness";
        Awaitility.await().atMost(PATIENCE).until(() -> owner.get(path).status() == 200);
        return secret;
    }
}
