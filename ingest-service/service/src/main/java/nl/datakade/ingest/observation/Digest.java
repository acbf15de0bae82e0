package nl.datakade.ingest.observation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import nl.datakade.ingest.landing.Hashing;
import nl.datakade.ingest.stream.ObservationRecord;
import org.jspecify.annotations.Nullable;

/** What is known again by its name is remembered as 128 bits of its SHA-256. */
final class Digest {

    private Digest() {}

    static UUID of(String... names) {
        var hash = Hashing.digest("SHA-256");
        for (var name : names) {
            hash.update(name.getBytes(UTF_8));
            hash.update((byte) 0);
        }
        var bytes = ByteBuffer.wrap(hash.digest());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** One for each observation; none at all when no observation has an id. */
    static List<UUID> of(List<Observation> observations) {
        return observations.stream().allMatch(observation -> observation.id() == null)
                ? List.of()
                : observations.stream()
                        .map(observation -> ofId(observation.id()))
                        .toList();
    }

    private static UUID ofId(@Nullable String id) {
        return id == null ? ObservationRecord.NONE : of(id);
    }
}
