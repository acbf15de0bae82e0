package nl.datakade.portal.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.visitor.Person;
import org.junit.jupiter.api.Test;

class WaitingTests {

    private static final Person EVERYTHING =
            new Person("1", "iedereen", "Iedereen", Set.of("owner", "privacy"), Set.of("groen"));
    private static final List<String> BOTH = List.of("DATA_OWNER", "PRIVACY_OFFICER");

    private static final Listing<Catalog.Proposal> NONE = new Listing<>(List.of(), 1, 20, 0);

    private final Waiting waiting =
            new Waiting(new Part<>(NONE, null), new Part<>(new Listing<>(List.of(), 1, 20, 0), null));

    @Test
    void aPersonDecidesAsWhatTheCatalogueSays() {
        assertThat(waiting.as(proposal(BOTH, List.of("DATA_OWNER")), EVERYTHING))
                .isEqualTo("DATA_OWNER");
        assertThat(waiting.as(proposal(BOTH, List.of("PRIVACY_OFFICER")), EVERYTHING))
                .isEqualTo("PRIVACY_OFFICER");
    }

    @Test
    void whereItSaysNothingTheRealmRoleDecides() {
        assertThat(waiting.as(proposal(BOTH, List.of()), EVERYTHING)).isEqualTo("PRIVACY_OFFICER");
        assertThat(waiting.as(proposal(List.of("DATA_OWNER"), List.of()), EVERYTHING))
                .isEqualTo("DATA_OWNER");
    }

    private static Catalog.Proposal proposal(List<String> missing, List<String> yours) {
        return new Catalog.Proposal("1", "bomen", "CLASSIFICATION", null, null, null, null, List.of(), missing, yours);
    }
}
