package nl.datakade.access.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.datakade.access.key.Keyring;
import org.jspecify.annotations.Nullable;

/** The hash of a record: over the record and the hash before it, with a key, so that nobody without it can forge. */
final class Seal {

    static final byte[] FIRST = new byte[32];

    private Seal() {}

    static byte[] of(byte[] key, byte[] previous, Content content) {
        var text = content.text().getBytes(StandardCharsets.UTF_8);
        var statement = content.statement() == null ? new byte[0] : content.statement();
        var message = ByteBuffer.allocate(previous.length + 4 + text.length + statement.length)
                .put(previous)
                .putInt(text.length)
                .put(text)
                .put(statement)
                .array();
        return Keyring.mac(key, message);
    }

    /** What a record says, as it stands in its row. */
    @SuppressWarnings("ArrayRecordComponent")
    record Content(
            long sequence,
            UUID id,
            String kind,
            Instant at,
            String person,
            @Nullable UUID purpose,
            List<UUID> datasets,
            String body,
            byte @Nullable [] statement) {

        /** Fields that cannot hold a line break, one a line; then the body. */
        String text() {
            return "%d\n%s\n%s\n%d\n%s\n%s\n%s\n%s"
                    .formatted(sequence, id, kind, at.toEpochMilli(), person, purpose, datasets, body);
        }
    }
}
