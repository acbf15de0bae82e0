package nl.datakade.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.datakade.ingest.IngestIT;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two instances of ingest whose clocks do not agree, on one database. */
class SkewedClockIT extends IngestIT {

    @Autowired
    private Register register;

    @Autowired
    private IdempotencyKeys keys;

    @ParameterizedTest
    @ValueSource(strings = {"PT10M", "PT-10M", "P2D"})
    void whatAnInstanceTakesInIsReadAtOnceAndItsKeyIsKeptForADay(Duration skew) {
        var name = newName();
        var key = UUID.randomUUID().toString();
        var arrival = new Arrival(
                UuidCreator.getTimeOrderedEpoch(),
                UuidCreator.getTimeOrderedEpoch(),
                name,
                true,
                name,
                "groen",
                "an instance",
                new Content(4, "00".repeat(32)),
                "image/png",
                null,
                null);

        var landed = register.register(arrival, key, Instant.now().plus(skew));

        assertThat(landed).isInstanceOf(Registration.Registered.class);
        assertThat(jdbc.sql("select due_at <= now() + interval '1 minute' from reading_job where delivery_id = :id")
                        .param("id", arrival.deliveryId())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        age(key, "23 hours 59 minutes");
        assertThat(keys.find("an instance", key)).isPresent();
        assertThat(keys.use(arrival, key, arrival.deliveryId(), 201)).isFalse();
        age(key, "2 minutes");
        assertThat(keys.find("an instance", key)).isEmpty();
        jdbc.sql("delete from reading_job where delivery_id = :id")
                .param("id", arrival.deliveryId())
                .update();
        jdbc.sql("update version set state = 'FAILED', reasons = '{reader-failed}' where delivery_id = :id")
                .param("id", arrival.deliveryId())
                .update();
    }

    private void age(String key, String interval) {
        jdbc.sql("update idempotency_key set created_at = created_at - cast(:interval as interval) where key = :key")
                .param("interval", interval)
                .param("key", key)
                .update();
    }
}
