package nl.datakade.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class FiguresTests {

    private final Figures figures = new Figures(new Site("Kadestad", ZoneId.of("Europe/Amsterdam"), Map.of()));

    @BeforeEach
    void inDutch() {
        LocaleContextHolder.setLocale(Locale.of("nl", "NL"));
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void numbersAreWrittenAsTheVisitorWritesThem() {
        assertThat(figures.count(42048)).isEqualTo("42.048");
        assertThat(figures.score(91.4)).isEqualTo("91,4");
        LocaleContextHolder.setLocale(Locale.UK);
        assertThat(figures.count(42048)).isEqualTo("42,048");
    }

    @Test
    void aShareIsNeverRoundedToAllOrNothing() {
        assertThat(figures.part(3, 42051)).isEqualTo("< 0,1%");
        assertThat(figures.part(42050, 42051)).isEqualTo("> 99,9%");
        assertThat(figures.part(0, 10)).isEqualTo("0%");
        assertThat(figures.part(10, 10)).isEqualTo("100%");
        assertThat(figures.part(0, 0)).isEqualTo("0%");
    }

    @Test
    void timesAreThoseOfTheCity() {
        assertThat(figures.moment(Instant.parse("2026-07-01T22:30:00Z"))).isEqualTo("2 jul 2026, 00:30");
        assertThat(figures.day(Instant.parse("2026-03-02T07:00:00Z"))).isEqualTo("2 maart 2026");
    }

    @Test
    void sizesHaveAUnitThatSuitsThem() {
        assertThat(figures.bytes(12)).isEqualTo("12 B");
        assertThat(figures.bytes(482_130)).isEqualTo("470,8 kB");
        assertThat(figures.bytes(5L << 30)).isEqualTo("5 GB");
    }

    @Test
    void everyScoreHasAWord() {
        var marks = new Marks();
        assertThat(marks.of(100.0)).isEqualTo("excellent");
        assertThat(marks.of(75)).isEqualTo("good");
        assertThat(marks.of(74.9)).isEqualTo("sufficient");
        assertThat(marks.of(0)).isEqualTo("poor");
        assertThat(marks.of(null)).isEqualTo("none");
    }
}
