package nl.datakade.portal.dataset;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import nl.datakade.portal.api.Quality.Bin;
import org.jspecify.annotations.Nullable;

/** Rows per range as bars of a small drawing, {@value #HEIGHT} high and as wide as there are bars. */
final class Histogram {

    static final int HEIGHT = 32;
    private static final int WIDTH = 6;
    private static final int LOWEST = 1;

    private Histogram() {}

    /**
     * One bar.
     *
     * @param withheld so few rows that their number is not shown
     */
    record Bar(int x, int y, int height, boolean withheld) {}

    static List<Bar> bars(List<Bin> bins) {
        var most = bins.stream()
                .map(Bin::rows)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return IntStream.range(0, bins.size())
                .mapToObj(i -> bar(i, bins.get(i).rows(), most))
                .toList();
    }

    private static Bar bar(int place, @Nullable Long rows, long most) {
        if (rows == null) {
            return new Bar(place * WIDTH, HEIGHT - 2 * LOWEST, 2 * LOWEST, true);
        }
        var height = most == 0 || rows == 0 ? 0 : (int) Math.max(LOWEST, Math.round((double) HEIGHT * rows / most));
        return new Bar(place * WIDTH, HEIGHT - height, height, false);
    }
}
