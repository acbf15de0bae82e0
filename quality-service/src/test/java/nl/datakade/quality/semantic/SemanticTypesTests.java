package nl.datakade.quality.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticTypesTests {
    private static final String[] NAMES = {
        "J. de Vries",
        "A.B. van der Berg",
        "Jansen, P.",
        "Mevr. K. Bakker",
        "F. El Amrani",
        "Sanne Visser",
        "T. ten Hoeve"
    };

    private final SemanticTypes types = new SemanticTypes(LocalDate.of(2026, 3, 1));

    @Test
    void bsnsAreFoundUnderAnyName() {
        var found = only(Columns.of(1, "nummer", ValueKind.INTEGER, 40, Columns::bsn));

        assertThat(found.type()).isEqualTo(SemanticType.BSN);
        assertThat(found.personal()).isTrue();
        assertThat(found.namedBy()).isNull();
    }

    @Test
    void aFewValidNumbersProveNothing() {
        assertThat(all(Columns.of(1, "nummer", ValueKind.INTEGER, 19, Columns::bsn)))
                .isEmpty();
        assertThat(only(Columns.of(1, "BSN", ValueKind.INTEGER, 3, Columns::bsn))
                        .type())
                .isEqualTo(SemanticType.BSN);
    }

    @Test
    void aMistypedBsnIsStillSomebodys() {
        var found = only(Columns.text(1, "burgerservicenummer", "123456789", "987654321", "999990019"));

        assertThat(found.type()).isEqualTo(SemanticType.BSN);
        assertThat(found.confidence()).isLessThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lampnummer", "boom_id", "teller", "nummer", "zaak_id", "COUNTER"})
    void countersAndRandomNumbersAreNoBsns(String name) {
        var random = new Random(7);

        assertThat(all(Columns.of(1, name, ValueKind.INTEGER, 500, i -> Integer.toString(100_000_000 + i))))
                .isEmpty();
        assertThat(all(Columns.of(1, name, ValueKind.INTEGER, 500, i -> Integer.toString(11_000_000 + 11 * i))))
                .isEmpty();
        assertThat(all(Columns.of(
                        1,
                        name,
                        ValueKind.INTEGER,
                        500,
                        i -> Integer.toString(100_000_000 + random.nextInt(899_999_999)))))
                .isEmpty();
    }

    @Test
    void numbersOfOrganisationsPassTheSameTestAndAreNobodys() {
        var found = only(Columns.of(1, "rsin", ValueKind.INTEGER, 40, Columns::bsn));

        assertThat(found.type()).isEqualTo(SemanticType.RSIN);
        assertThat(found.personal()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "e_mail,EMAIL,a.bakker@voorbeeld.nl;k@voorbeeld.org;piet1980@post.voorbeeld.nl",
        "Telefoonnummer,PHONE,06-12345678;070-3533000;+31 6 87654321",
        "iban,IBAN,NL91ABNA0417164300;NL20INGB0001234567",
        "Kenteken,LICENCE_PLATE,12-AB-34;GB123X;99-XX-99",
        "paspoortnummer,IDENTITY_DOCUMENT,NXA1B2C34;NW1234567",
        "geboorteDatum,BIRTH_DATE,12-03-1980;01-11-1955",
        "date_of_birth,BIRTH_DATE,1980-03-12;1955-11-01",
        "Postcode,POSTCODE,2514 JC;2514JD",
        "pc4,POSTCODE4,2514;2515",
        "HUISNR,HOUSE_NUMBER,7;19a;201",
        "straatnaam,STREET,Amaliastraat;Laan van Meerdervoort",
        "adres,ADDRESS,Van Vlotenstraat 27;Bezaansmast 3",
        "wijkcode,CBS_DISTRICT,WK051801;WK051802",
        "code,CBS_NEIGHBOURHOOD,BU05180101;BU05180102",
        "gem_code,CBS_MUNICIPALITY,0518;0363",
        "bag_id,BAG_ID,0518010000312345;0518010000312346",
        "kvk_nummer,KVK_NUMBER,12345678;87654321",
        "website,URL,https://www.voorbeeld.nl;http://voorbeeld.nl/a",
        "guid,UUID,{09EDE8D7-82A9-3FE1-E053-293C0B0AF01F};09EDE8D7-82A9-3FE1-E053-293C0B0AF01E",
        "datum_melding,DATE,12-03-2020;13-03-2020",
        "achternaam,PERSON_NAME,de Vries;Bakker;El Amrani",
        "voornaam,PERSON_NAME,Sanne;Mohammed;Jan-Willem"
    })
    void aNameAndTheFormOfTheValuesTellWhatTheyMean(String name, SemanticType type, String values) {
        assertThat(only(Columns.of(1, name, ValueKind.TEXT, Arrays.asList(values.split(";", -1))))
                        .type())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "gsm_nummer,2240;2236;2263",
        "postcode,onbekend;buitenland",
        "bron,BAG;GBKN",
        "kenteken_hond,rex;fikkie",
        "naam,Grote Kerk;Huis ten Bosch;Binnenhof 1",
        "eigenaar,Gemeente Den Haag;Stichting Haag Wonen;Provincie",
        "lamp,LED;PLL 24W;SON 70W",
        "telpunt,F001;F002;F003",
        "mastnummer,0503;0504;0505",
        "code,AB1234;CD5678;EF9012"
    })
    void whatOnlyLooksLikeItIsLeftAlone(String name, String values) {
        assertThat(all(Columns.of(1, name, ValueKind.TEXT, Arrays.asList(values.split(";", -1)))))
                .isEmpty();
    }

    @Test
    void namesOfPeopleShowByTheirShape() {
        assertThat(only(Columns.text(1, "melder", NAMES)).type()).isEqualTo(SemanticType.PERSON_NAME);
    }

    @Test
    void theHouseNumberOfAMonumentIsNobodysAndThatOfAReporterIs() {
        var number = Columns.text(1, "huisnummer", "7", "9", "11");
        var reporter = Columns.text(2, "email", "a@voorbeeld.nl", "b@voorbeeld.nl", "c@voorbeeld.nl");

        assertThat(only(number).personal()).isFalse();
        assertThat(at(1, number, reporter).personal()).isTrue();
    }

    @Test
    void healthIsSpecialOnlyAmongPeople() {
        var illness = Columns.text(1, "diagnose", "a", "b");
        var distance = Columns.of(1, "ziekenhuis", ValueKind.INTEGER, 30, Integer::toString);
        var person = Columns.text(2, "bsn", Columns.bsn(1), Columns.bsn(2));

        assertThat(all(illness)).isEmpty();
        assertThat(at(1, illness, person).type()).isEqualTo(SemanticType.HEALTH);
        assertThat(types.of(List.of(distance, person), Map.of()).get(1)).isEmpty();
    }

    @Test
    void desksAreNotPeople() {
        var mail = Columns.text(1, "email", "info@apotheek.nl", "contact@huisarts.nl", "balie@school.nl");
        var phone = Columns.text(2, "telefoon", "070-3533000", "070-3533001", "015-2602020");

        var found = types.of(List.of(mail, phone), Map.of());

        assertThat(found.values())
                .allSatisfy(meanings -> assertThat(meanings).singleElement().matches(meaning -> !meaning.personal()));
    }

    @Test
    void coordinatesAreToldApartByNameAndRange() {
        assertThat(only(Columns.of(1, "X", ValueKind.DECIMAL, 9, i -> "8000" + i + ".5"))
                        .type())
                .isEqualTo(SemanticType.RD_X);
        assertThat(only(Columns.of(1, "x", ValueKind.DECIMAL, 9, i -> "4.3" + i))
                        .type())
                .isIn(SemanticType.LONGITUDE, SemanticType.RD_X);
        assertThat(only(Columns.of(1, "LAT", ValueKind.DECIMAL, 9, i -> "52.1" + i))
                        .type())
                .isEqualTo(SemanticType.LATITUDE);
        assertThat(all(Columns.of(1, "hoogte", ValueKind.DECIMAL, 9, i -> "52.1" + i)))
                .isEmpty();
    }

    private Detection only(ColumnSample column) {
        return at(1, column);
    }

    private List<Detection> all(ColumnSample column) {
        return types.of(List.of(column), Map.of()).getOrDefault(1, List.of());
    }

    private Detection at(int id, ColumnSample... columns) {
        var found = types.of(List.of(columns), Map.of()).getOrDefault(id, List.of());
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
