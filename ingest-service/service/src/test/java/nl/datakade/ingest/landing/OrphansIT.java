package nl.datakade.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import nl.datakade.ingest.IngestIT;
import nl.datakade.platform.object.ObjectStoreUnavailable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OrphansIT extends IngestIT {

    @Autowired
    private IdempotencyKeys keys;

    @Autowired
    private LandingProperties properties;

    @Test
    void whatNoDeliverySpeaksOfIsRemovedWhenItIsOldEnough() throws Exception {
        var delivered = department("groen").push(newName(), "a\n1\n");
        var kept = "landing/" + delivered.text("datasetId") + "/" + delivered.text("deliveryId") + "/content";
        var orphan = "landing/" + UUID.randomUUID() + "/" + UUID.randomUUID() + "/content";
        try (var upload = objects.upload(orphan, "text/csv")) {
            upload.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
            upload.complete();
        }

        orphansIn(Duration.ofHours(5)).tidy();
        assertThat(objects.exists(orphan)).isTrue();

        orphansIn(Duration.ofHours(7)).tidy();
        assertThat(objects.exists(orphan)).isFalse();
        assertThat(objects.exists(kept)).isTrue();
    }

    @Test
    void anUploadThatNobodyCompletesIsDropped() throws Exception {
        var key = "landing/" + UUID.randomUUID() + "/" + UUID.randomUUID() + "/content";
        try (var upload = objects.upload(key, "text/csv")) {
            upload.write(new byte[11 * 1024 * 1024]);

            orphansIn(Duration.ofHours(7)).tidy();

            assertThatThrownBy(upload::complete).isInstanceOf(ObjectStoreUnavailable.class);
        }
        assertThat(objects.exists(key)).isFalse();
    }

    private Orphans orphansIn(Duration time) {
        return new Orphans(objects, jdbc, keys, properties, Clock.offset(Clock.systemUTC(), time));
    }
}
