package nl.datakade.table.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RdTransformTests {

    private static final double METRES_PER_DEGREE = 111_300;

    /** The tower in Amersfoort, where the grid has its middle. */
    @Test
    void amersfoortIsWhereItIs() {
        var place = new Etrs89();
        assertThat(place.ofRd(155_000, 463_000)).isTrue();
        assertThat(place.longitude()).isCloseTo(5.387203657, within(1e-8));
        assertThat(place.latitude()).isCloseTo(52.155172897, within(1e-8));
        assertThat(place.ofRd(155_000, 0)).as("no place in RD").isFalse();
    }

    /** The validation points of RDNAPTRANS2018, those that lie where RD is used. */
    @Test
    @Tag("shared-data")
    void theOfficialPointsAreWithinTheErrorThatIsTold() throws IOException {
        var folder = System.getenv("DATAKADE_TEST_DATA");
        if (folder == null) {
            System.out.println(
                    "The check on official points in RD did not run: DATAKADE_TEST_DATA does not name the folder of test data.");
            return;
        }
        var place = new Etrs89();
        double largest = 0;
        double sum = 0;
        int points = 0;
        int outside = 0;
        for (var line : Files.readAllLines(Path.of(folder, "geo", "Z001_ETRS89andRDNAP.txt"))) {
            var fields = line.strip().split("\\s+", -1);
            if (!place.ofRd(Double.parseDouble(fields[4]), Double.parseDouble(fields[5]))) {
                outside++;
                continue;
            }
            double latitude = Double.parseDouble(fields[1]);
            double north = (place.latitude() - latitude) * METRES_PER_DEGREE;
            double east = (place.longitude() - Double.parseDouble(fields[2]))
                    * METRES_PER_DEGREE
                    * Math.cos(Math.toRadians(latitude));
            double error = Math.hypot(north, east);
            largest = Math.max(largest, error);
            sum += error;
            points++;
        }
        System.out.printf(
                Locale.ROOT,
                "RD to ETRS89: %d official points, largest error %.3f m, mean %.4f m; %d lie outside the range of RD%n",
                points,
                largest,
                sum / points,
                outside);
        assertThat(points).isEqualTo(4_770);
        assertThat(largest).isLessThanOrEqualTo(Etrs89.RD_MAXIMUM_ERROR);
        assertThat(largest).as("not told much larger than it is").isGreaterThan(Etrs89.RD_MAXIMUM_ERROR - 0.02);
        assertThat(sum / points).isLessThan(Etrs89.RD_MEAN_ERROR);
    }
}
