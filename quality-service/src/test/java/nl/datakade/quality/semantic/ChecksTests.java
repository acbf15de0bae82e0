package nl.datakade.quality.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTests {

    @Test
    void elevenTestTellsBsnsFromOtherNumbers() {
        assertThat(Checks.isBsn("111222333")).isTrue();
        assertThat(Checks.isBsn("1112.22.333")).isTrue();
        assertThat(Checks.isBsn("111252333")).isFalse();
        assertThat(Checks.isBsn("000000000")).isFalse();
        assertThat(Checks.isBsn("1112223334")).isFalse();
    }

    @Test
    void anEightDigitBsnIsLedByAZero() {
        assertThat(Checks.nineDigits("10000008")).isEqualTo("010000008");
        assertThat(Checks.isBsn("10000008")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "BE68539007547034"})
    void ibansPassTheirCheckDigits(String iban) {
        assertThat(Checks.isIban(iban)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL91ABNA0417164301", "NL91ABNA041716430", "XX00", ""})
    void otherTextIsNoIban(String text) {
        assertThat(Checks.isIban(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "06-12345678",
                "+31 6 12345678",
                "070 353 30 00",
                "(070) 3533000",
                "0031612345678",
                "+31(0)612345678"
            })
    void phonesAreRecognisedHoweverTheyAreWritten(String phone) {
        assertThat(Checks.isPhone(phone)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2240", "0012345678", "12345678901", "1489952", "77728.348"})
    void otherNumbersAreNoPhones(String number) {
        assertThat(Checks.isPhone(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12-AB-34", "AB-12-CD", "GB-123-X", "1-XYZ-23", "99-xx-99"})
    void platesShowOneOfTheSideCodes(String plate) {
        assertThat(Checks.isDashedPlate(plate)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-02-20", "A149-10", "14390-0011M", "AB-CD-EF", "12-345-67"})
    void otherCodesAreNoPlates(String code) {
        assertThat(Checks.isDashedPlate(code)).isFalse();
    }

    @Test
    void postcodesSkipTheForbiddenLetters() {
        assertThat(Checks.isPostcode("2514 JC")).isTrue();
        assertThat(Checks.isPostcode("2514jc")).isTrue();
        assertThat(Checks.isPostcode("2514 SS")).isFalse();
        assertThat(Checks.isPostcode("0514 JC")).isFalse();
    }

    @Test
    void bagIdentifiersNameTheirKindOfObject() {
        assertThat(Checks.isBagId("0308100000022041")).isTrue();
        assertThat(Checks.isBagId("308100000022041")).isTrue();
        assertThat(Checks.isBagId("0308990000022041")).isFalse();
    }

    @Test
    void documentNumbersHaveNoLetterO() {
        assertThat(Checks.isIdentityDocument("NXA1B2C34")).isTrue();
        assertThat(Checks.isIdentityDocument("NOA1B2C34")).isFalse();
    }
}
