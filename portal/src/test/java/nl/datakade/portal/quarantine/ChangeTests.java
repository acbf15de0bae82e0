package nl.datakade.portal.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import nl.datakade.portal.api.Catalog.Dataset;
import nl.datakade.portal.api.Catalog.Version;
import nl.datakade.portal.api.Listing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ChangeTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void theOneInUseIsComparedByTheIdsOfItsColumns() {
        var change =
                Objects.requireNonNull(Change.of(2, dataset(1), list(version(2, "straat"), version(1, "snelheid"))));

        assertThat(change.instead()).isEqualTo(1);
        assertThat(change.gone()).containsExactly("snelheid");
        assertThat(change.added()).containsExactly("straat");
    }

    @Test
    void oneInUseThatIsNotShownIsInUseNevertheless() {
        var change = Objects.requireNonNull(Change.of(30, dataset(2), list(version(30, "straat"))));

        assertThat(change.instead()).isEqualTo(2);
        assertThat(change.before()).isNull();
    }

    @Test
    void onlyTheFirstTakesThePlaceOfNone() {
        var change = Objects.requireNonNull(Change.of(1, dataset(null), list(version(1, "straat"))));

        assertThat(change.instead()).isNull();
    }

    private static Dataset dataset(@Nullable Integer current) {
        return JSON.readValue("{\"name\":\"tellingen\",\"currentVersion\":%s}".formatted(current), Dataset.class);
    }

    private static Version version(int number, String column) {
        return JSON.readValue("""
                {"version":%d,"reading":1,"rows":1,"rejectedRows":0,"releasedByException":false,"tables":[{"name":"t","rows":1,"rejectedRows":0,
                 "columns":[{"id":1,"name":"telpunt"},{"id":%d,"name":"%s"}]}]}""".formatted(number, number + 1, column), Version.class);
    }

    private static Listing<Version> list(Version... versions) {
        return new Listing<>(List.of(versions), 1, 20, versions.length);
    }
}
