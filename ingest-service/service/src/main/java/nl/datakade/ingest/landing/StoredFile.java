package nl.datakade.ingest.landing;

import nl.datakade.ingest.delivery.Delivery.Correction;
import org.jspecify.annotations.Nullable;

/**
 * A file whose bytes came piece by piece, and are in the store.
 *
 * @param address as its sender asked
 * @param arrival what was reserved for it, with its content
 * @param complete makes the object visible; called at most once, and not when the dataset has these bytes already
 */
public record StoredFile(Address address, Arrival arrival, Runnable complete) implements Shipment {

    @Override
    public String dataset() {
        return address.dataset();
    }

    @Override
    public @Nullable String department() {
        return address.department();
    }

    @Override
    public @Nullable Correction corrects() {
        return address.corrects();
    }

    @Override
    public @Nullable String key() {
        return address.key();
    }

    @Override
    public long length() {
        return address.length();
    }
}
