package nl.datakade.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.datakade.local.Checkout;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the dashboard of the landing zone draws is there to be drawn. */
class DashboardIT extends IngestIT {

    private static final Path DASHBOARD = Checkout.root().resolve("deploy/grafana/landing.json");
    private static final Pattern METRIC = Pattern.compile("\\b([a-z]+(?:_[a-z]+)+)\\{");

    @Test
    void everyFigureOfTheDashboardIsGiven() throws Exception {
        var asked = new TreeSet<String>();
        for (var target : new JsonMapper().readTree(Files.readString(DASHBOARD)).findValuesAsString("expr")) {
            var metric = METRIC.matcher(target);
            while (metric.find()) {
                asked.add(metric.group(1));
            }
        }
        assertThat(asked).hasSizeGreaterThan(10);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(given()).containsAll(asked));
    }

    private Set<String> given() {
        var names = new TreeSet<String>();
        person("admin")
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> names.add(line.split("[{ ]", 2)[0]));
        return names;
    }
}
