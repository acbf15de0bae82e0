package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "levi1@voorbeeld.nl",
                "Levi <levi.de-boer@mail.voorbeeld.nl>",
                "123456782",
                "BSN 123456782",
                "NL00BANK0123456789",
                "0612345678",
                "06-12345678",
                "06 1234 5678",
                "+31 6 12345678",
                "1993 AK",
                "1993AK"
            })
    void aRowOfDataNamesNoColumn(String cell) {
        assertThat(Headings.of(List.of("Emma Visser", cell, "geluid"))).containsExactly("", "", "");
    }

    @Test
    void whatStandsAboveColumnsDoes() {
        var labels = List.of(
                "Naam melder",
                "E-mail (werk@huis)",
                "2019",
                "2019-2020",
                "01-02-2026",
                "20260201",
                "2026-02-01 10:00",
                "0164A",
                "12345678",
                "PM2,5",
                "1e kwartaal 2025",
                "Omzet 2025 EU",
                "");
        assertThat(Headings.of(labels)).isEqualTo(labels);
    }
}
