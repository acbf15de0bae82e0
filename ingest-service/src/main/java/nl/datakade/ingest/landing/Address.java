package nl.datakade.ingest.landing;

import nl.datakade.ingest.delivery.Delivery;
import org.jspecify.annotations.Nullable;

/** Where a file is to land, as its sender asks for it. */
public interface Address {

    /** Name of the dataset. */
    String dataset();

    /** Slug of the department whose delivery it is to be, where the sender said so. */
    @Nullable
    String department();

    /** What it corrects, where the sender said so. */
    Delivery.@Nullable Correction corrects();

    /** The Idempotency-Key. */
    @Nullable
    String key();
}
