package nl.datakade.platform.object;

import io.minio.messages.Part;
import org.jspecify.annotations.Nullable;

/**
 * A part of an object as the store acknowledged it.
 *
 * @param number from 1; parts stand in this order, and numbers may be left out
 * @param crc32c in base64; none where the store does not know it
 * @param size in bytes
 */
public record StoredPart(int number, String etag, @Nullable String crc32c, long size) {

    static StoredPart of(Part part, long size) {
        return new StoredPart(part.partNumber(), part.etag(), part.checksumCRC32C(), size);
    }

    Part forStore() {
        return new Part(number, etag, null, crc32c, null, null, null);
    }
}
