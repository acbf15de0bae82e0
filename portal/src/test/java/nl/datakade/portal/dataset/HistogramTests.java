package nl.datakade.portal.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.datakade.portal.api.Quality.Bin;
import nl.datakade.portal.dataset.Histogram.Bar;
import org.junit.jupiter.api.Test;

class HistogramTests {

    @Test
    void theFullestRangeIsAsHighAsTheDrawing() {
        var bars = Histogram.bars(List.of(new Bin("0", "1", 10L), new Bin("1", "2", 5L), new Bin("2", "3", 0L)));
        assertThat(bars)
                .containsExactly(new Bar(0, 0, 32, false), new Bar(6, 16, 16, false), new Bar(12, 32, 0, false));
    }

    @Test
    void whatIsWithheldIsDrawnAsSuchAndNotAsNothing() {
        assertThat(Histogram.bars(List.of(new Bin("0", "1", 100L), new Bin("1", "2", null))))
                .last()
                .isEqualTo(new Bar(6, 30, 2, true));
    }

    @Test
    void aSingleRowAmongManyIsStillSeen() {
        assertThat(Histogram.bars(List.of(new Bin("0", "1", 100_000L), new Bin("1", "2", 1L))))
                .last()
                .extracting(Bar::height)
                .isEqualTo(1);
    }
}
