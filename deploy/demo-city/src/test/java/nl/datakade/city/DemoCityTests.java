package nl.datakade.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoCityTests {
    private final WrittenCity city = WrittenCity.once();

    @Test
    void aSecondRunWritesTheSameBytes() {
        assertThat(WrittenCity.write().truths()).isEqualTo(city.truths());
    }

    /** The list changes only when the city does; it is what keeps every machine's city the same. */
    @Test
    void everyFileHasTheChecksumThatIsWrittenDown() throws IOException {
        assertThat(city.truths().stream()
                        .map(truth -> "%s  %s/%d/%s"
                                .formatted(truth.sha256(), truth.dataset(), truth.version(), truth.file()))
                        .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(checksums());
    }

    @Test
    void eightDepartmentsSendTwelveDatasetsOfTwoHundredThousandRows() {
        List<Registration> registrations = new DemoCity().registrations();

        assertThat(registrations).hasSizeGreaterThanOrEqualTo(12);
        assertThat(registrations.stream().map(Registration::department).distinct())
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(city.truths().stream()
                        .filter(truth -> truth.version() == 1)
                        .mapToInt(Truth::rows)
                        .sum())
                .isGreaterThanOrEqualTo(200_000);
    }

    @Test
    void everyFormatAndEveryFaultOccurs() {
        assertThat(city.truths().stream().map(Truth::mediaType).distinct()).hasSize(6);
        assertThat(city.truths().stream()
                        .flatMap(truth -> truth.faults().keySet().stream())
                        .distinct())
                .containsExactlyInAnyOrder(Fault.values());
    }

    @Test
    void aPolicyDecidesOnEveryColumnOfPersonalData() {
        assertThat(new DemoCity().registrations().stream().filter(Registration::personal))
                .isNotEmpty()
                .allSatisfy(registration -> assertThat(Objects.requireNonNull(registration.policy())
                                .columns()
                                .keySet())
                        .containsExactlyElementsOf(city.truth(registration.name(), 1).columns().stream()
                                .map(CityColumn::label)
                                .toList()));
    }

    private static String checksums() throws IOException {
        try (InputStream list = DemoCityTests.class.getResourceAsStream("kadestad.sha256")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
