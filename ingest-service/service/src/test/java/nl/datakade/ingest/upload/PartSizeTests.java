package nl.datakade.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartSizeTests {

    private static final long MIB = 1 << 20;
    private static final long LARGEST = 12 * MIB;

    @Test
    void smallPartsForWhatFits() {
        assertThat(PartSize.of(10, LARGEST)).isEqualTo(8 * MIB);
        assertThat(PartSize.of(70L << 30, LARGEST)).isEqualTo(8 * MIB);
    }

    @Test
    void aHundredGigabytesFitInTheNumbersThereAre() {
        long length = 100L << 30;
        long size = PartSize.of(length, LARGEST);

        assertThat(size).isLessThanOrEqualTo(LARGEST);
        assertThat(Math.ceilDiv(length, size)).isLessThanOrEqualTo(9_000);
    }

    @Test
    void aPartIsShortOnlyWhenTheOthersFitInTheNumbersThatAreLeft() {
        assertThat(PartSize.mayBeShort(5 * MIB, 100 * MIB, 1, 8 * MIB)).isTrue();
        assertThat(PartSize.mayBeShort(5 * MIB - 1, 100 * MIB, 1, 8 * MIB)).isFalse();
        assertThat(PartSize.mayBeShort(5 * MIB, 100L << 30, 1, 11 * MIB)).isTrue();
        assertThat(PartSize.mayBeShort(5 * MIB, 100L << 30, 200, 11 * MIB)).isFalse();
    }
}
