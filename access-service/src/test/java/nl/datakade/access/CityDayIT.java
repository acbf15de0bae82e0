package nl.datakade.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.platform.city.City;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Days are those of the city: here one where it is another day than in Greenwich. */
class CityDayIT extends AccessStory {

    @Autowired
    City city;

    @DynamicPropertySource
    static void elsewhere(DynamicPropertyRegistry properties) {
        properties.add(
                "datakade.city.zone",
                () -> LocalTime.now(ZoneOffset.UTC).getHour() < 10 ? "Etc/GMT+12" : "Pacific/Kiritimati");
    }

    @Test
    void lastDaysAreDaysOfTheCity() {
        var given = dataset("dagen", Confidentiality.INTERNAL, PersonalData.NONE, false);
        setSuggestedPolicy(given);
        var purpose = purpose(null);
        var today = submit(given, purpose, 0);
        assertThat(today.status()).as(today.body()).isEqualTo(201);
        assertThat(submit(given, purpose(null), -1).type()).isEqualTo("/problems/request-term");
        assertThat(approve(grantor, today).text("/status")).isEqualTo("GRANTED");
        assertThat(analyst.query(purpose, "from " + given.sql()).status()).isEqualTo(200);
    }

    /** Asked again in the case that the day changed meanwhile. */
    private Api.Answer submit(Given given, String purpose, int days) {
        while (true) {
            var today = LocalDate.now(city.zone());
            var answer = analyst.post(
                    "/access/v1/requests",
                    Map.of(
                            "dataset",
                            given.name,
                            "purpose",
                            purpose,
                            "reason",
                            "onderzoek",
                            "until",
                            today.plusDays(days).toString()));
            if (LocalDate.now(city.zone()).equals(today)) {
                return answer;
            }
        }
    }
}
