package nl.datakade.quality.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTextTests {
    private final PersonalText text = new PersonalText();

    @Test
    void oneAddressInManyRowsIsFoundAndCounted() {
        text.read("Graag terugbellen op 06-12345678 of mailen naar k.bakker@voorbeeld.nl.", 3);
        text.read("Lamp is stuk", 997);

        assertThat(text.found(1000))
                .extracting(Detection::type, Detection::share)
                .containsExactly(tuple(SemanticType.EMAIL, 0.003), tuple(SemanticType.PHONE, 0.003));
    }

    @Test
    void aNumberBesideTheWordBsnCountsAtOnce() {
        text.read("BSN 999990019 opgegeven", 1);

        assertThat(text.found(10)).extracting(Detection::type).containsExactly(SemanticType.BSN);
    }

    @Test
    void bareNumbersCountOnlyWhenChanceCannotExplainThem() {
        for (var number = 100_000_000; number < 100_000_500; number++) {
            text.read("zaak " + number + " gesloten", 1);
        }
        assertThat(text.found(500)).isEmpty();

        var register = new PersonalText();
        for (var i = 0; i < 30; i++) {
            register.read("zie " + Columns.bsn(i) + " in het dossier", 1);
        }
        assertThat(register.found(30)).extracting(Detection::type).containsExactly(SemanticType.BSN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (105333.43569999933 430400.65520000085)",
                "20070501000000",
                "G0518.0512F759-6B42-C180-E050-2A0A313C70A8",
                "mail naar info@gemeente.voorbeeld.nl",
                "01.25.0007.bg8276",
                "tussen 08:00 en 17:00, 0512-0513"
            })
    void codesMomentsAndPlacesAreNoPersonalData(String harmless) {
        text.read(harmless, 1);

        assertThat(text.found(1)).isEmpty();
    }
}
