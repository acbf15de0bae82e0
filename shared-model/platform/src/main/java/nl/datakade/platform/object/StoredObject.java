package nl.datakade.platform.object;

import java.time.Instant;

/** An object as the store lists it; {@code size} in bytes. */
public record StoredObject(String key, long size, Instant modifiedAt) {}
