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
    default Delivery.@Nullable Correction corrects() {
        return null;
    }

    /** The Idempotency-Key. */
    @Nullable
    String key();

    /** Bytes that will come, as far as it is known; less than zero where it is not. */
    default long length() {
        return -1;
    }

    /** Whether observations are to land, not a file. */
    default boolean observations() {
        return false;
    }
}
