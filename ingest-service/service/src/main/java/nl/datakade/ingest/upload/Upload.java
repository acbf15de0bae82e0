package nl.datakade.ingest.upload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.datakade.ingest.delivery.Delivery.Correction;
import nl.datakade.ingest.landing.Address;
import nl.datakade.ingest.landing.Arrival;
import nl.datakade.ingest.landing.Content;
import nl.datakade.ingest.landing.Digests;
import nl.datakade.ingest.landing.Reservation;
import nl.datakade.platform.object.StoredPart;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A file under way in pieces, as it stands between two requests.
 *
 * @param pushedTo name of the dataset in the request
 * @param client Keycloak subject of the sender
 * @param metadata Upload-Metadata as it was sent
 * @param declared digests of the whole file, as its sender announced
 * @param length bytes, as declared
 * @param received bytes that are safe
 * @param reason why it was refused, as a kebab-case code
 * @param delivery what it became
 * @param storeUpload the store's name for its parts
 * @param tail key of an object with the bytes behind the last part
 */
record Upload(
        UUID id,
        Reservation reserved,
        String pushedTo,
        String client,
        @Nullable String key,
        String metadata,
        String mediaType,
        @Nullable String fileName,
        Digests declared,
        long length,
        long received,
        State state,
        @Nullable String reason,
        @Nullable UUID delivery,
        @Nullable String storeUpload,
        int nextPart,
        List<StoredPart> parts,
        @Nullable String tail,
        boolean held,
        Instant createdAt,
        Instant expiresAt,
        boolean expired)
        implements Address {

    enum State {
        /** Bytes are awaited. */
        OPEN,

        /** All bytes are here; what follows asks nothing of the sender. */
        RECEIVED,

        /** It is a delivery. */
        LANDED,

        /** It can never become one. */
        REFUSED
    }

    @Override
    public String dataset() {
        return pushedTo;
    }

    /** Whose it is has been settled. */
    @Override
    public @Nullable String department() {
        return null;
    }

    @Override
    public @Nullable Correction corrects() {
        return Metadata.parse(metadata, new ArrayList<>()).corrects(new ArrayList<>());
    }

    /** Bytes that stand in parts; the others are in the tail. */
    long inParts() {
        return parts.stream().mapToLong(StoredPart::size).sum();
    }

    /** Whoever sent it, as far as landing needs to know. */
    Caller sender() {
        return new Caller(client, null, Set.of("department"), Set.of(reserved.department()));
    }

    Arrival arrival(Content content) {
        return new Arrival(
                reserved.deliveryId(),
                reserved.datasetId(),
                reserved.dataset(),
                reserved.datasetIsNew(),
                pushedTo,
                reserved.department(),
                client,
                content,
                mediaType,
                fileName,
                corrects());
    }
}
