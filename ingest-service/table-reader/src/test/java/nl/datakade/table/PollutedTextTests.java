package nl.datakade.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.datakade.table.Pollution.Polluted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of broken text against what a careful person would read in it. */
class PollutedTextTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** How much of the truth came out, and how much of what came out is true: ten is all and nothing else. */
    record Score(double header, double records, double cells) {
        double ofTen() {
            return 1 + 3 * (header + records + cells);
        }
    }

    @Test
    void brokenTextIsReadAsAPersonWould() throws IOException {
        var worse = new ArrayList<String>();
        double sum = 0;
        var all = Pollution.all();
        for (var polluted : all) {
            var score = score(polluted);
            sum += score.ofTen();
            if (score.ofTen() < 9.99) {
                worse.add(polluted.name() + " " + score);
            }
        }
        assertThat(sum / all.size()).as(String.join("\n", worse)).isGreaterThan(9.95);
    }

    Score score(Polluted polluted) throws IOException {
        var file = Files.write(folder.resolve("polluted.csv"), polluted.bytes());
        var out = folder.resolve("clean.csv");
        ConvertFile.convert(file, out);
        var read = PlainCsv.read(Files.readString(out));
        var header = polluted.header().isEmpty() || read.isEmpty() ? List.<String>of() : read.removeFirst();
        return new Score(
                agreement(polluted.header(), header),
                agreement(polluted.rows(), read),
                agreement(
                        polluted.rows().stream().flatMap(List::stream).toList(),
                        read.stream().flatMap(List::stream).toList()));
    }

    /** The harmonic mean of precision and recall. */
    static double agreement(List<?> expected, List<?> read) {
        if (expected.isEmpty() && read.isEmpty()) {
            return 1;
        }
        Map<Object, Integer> left = new HashMap<>();
        expected.forEach(item -> left.merge(item, 1, Integer::sum));
        int both = 0;
        for (var item : read) {
            int times = left.getOrDefault(item, 0);
            if (times > 0) {
                left.put(item, times - 1);
                both++;
            }
        }
        return 2.0 * both / (expected.size() + read.size());
    }
}
