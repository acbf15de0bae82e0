package nl.datakade.ingest.upload;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nl.datakade.ingest.landing.Claim;
import nl.datakade.ingest.landing.Hashing;
import nl.datakade.platform.object.ObjectParts;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.platform.object.PartBuffer;
import nl.datakade.platform.object.StoredPart;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one request on their way into the store. Parts go out as they fill, and each is written down as soon as the
 * store has it and all before it; {@link #keep()} makes the rest safe too. Used by one thread.
 */
final class Receiving implements AutoCloseable {

    private static final int PARTS_UNDER_WAY = 3;
    private static final int NUMBERS_AT_ONCE = 8;

    private record Sent(
            CompletableFuture<StoredPart> part,
            long end,
            @Nullable Hashing hashing) {}

    private final Upload upload;
    private final Hold hold;
    private final Uploads uploads;
    private final RunningHashes hashes;
    private final ObjectStore objects;
    private final boolean allOrNothing;
    private final long partSize;
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private final List<StoredPart> unwritten = new ArrayList<>();

    private PartBuffer filling;
    private long position;
    private @Nullable Hashing hashing;
    private @Nullable String storeUpload;
    private int nextNumber;
    private int reserved;

    private long safe;
    private @Nullable Hashing safeHashing;
    private @Nullable String tail;

    /** @param allOrNothing the bytes are of use only when all of this request's have come and been checked */
    Receiving(
            Upload upload, Hold hold, Uploads uploads, RunningHashes hashes, ObjectStore objects, boolean allOrNothing)
            throws IOException {
        this.upload = upload;
        this.hold = hold;
        this.uploads = uploads;
        this.hashes = hashes;
        this.objects = objects;
        this.allOrNothing = allOrNothing;
        this.partSize = PartSize.of(upload.length(), objects.partSize());
        this.filling = objects.partBuffer(partSize);
        this.position = upload.inParts();
        this.safe = upload.received();
        this.storeUpload = upload.storeUpload();
        this.nextNumber = upload.nextPart();
        this.reserved = nextNumber;
        this.tail = upload.tail();
        this.hashing = hashes.take(upload.id(), safe).orElseGet(this::fresh);
        this.safeHashing = hashing == null ? null : hashing.copy();
        fillWithTail();
    }

    private @Nullable Hashing fresh() {
        return safe == 0 ? new Hashing(upload.declared().sha512() != null) : null;
    }

    private void fillWithTail() throws IOException {
        if (tail == null) {
            return;
        }
        try (var content = objects.open(tail)) {
            var bytes = content.readAllBytes();
            if (upload.inParts() + bytes.length != upload.received()) {
                throw new UploadProblem.Lost();
            }
            if (bytes.length > partSize) {
                hashing = null; // cut differently by now, so it would be of other bytes than the parts
            }
            put(bytes, bytes.length, null);
        }
    }

    void write(byte[] bytes, int length) throws IOException {
        if (position + length > upload.length()) {
            throw new UploadProblem.LongerThanDeclared(upload.length(), safe);
        }
        put(bytes, length, hashing);
        while (!underWay.isEmpty() && underWay.getFirst().part().isDone()) {
            settleOldest();
        }
    }

    /** A full part waits for the next byte: it may be the last one, which goes out differently. */
    private void put(byte[] bytes, int length, @Nullable Hashing unhashed) throws IOException {
        int written = 0;
        while (written < length) {
            if (filling.isFull()) {
                send();
            }
            int taken = filling.write(bytes, written, length - written);
            if (unhashed != null) {
                unhashed.update(bytes, written, taken);
            }
            written += taken;
            position += taken;
        }
    }

    private void send() {
        if (underWay.size() >= PARTS_UNDER_WAY) {
            settleOldest();
        }
        checkClaim();
        if (storeUpload == null) {
            storeUpload = objects.beginParts(upload.reserved().objectKey(), upload.mediaType());
        }
        var parts = objects.parts(upload.reserved().objectKey(), storeUpload);
        var hashed = hashing == null ? null : hashing.copy();
        underWay.add(new Sent(parts.send(number(), filling), position, hashed));
        filling = objects.partBuffer(partSize);
    }

    private void checkClaim() {
        if (upload.parts().isEmpty() && nextNumber == upload.nextPart()) {
            Claim.of(upload.mediaType(), upload.fileName()).check(filling.head(Claim.HEAD));
        }
    }

    /** Numbers are set aside before they are used, so that whoever comes after a kill does not use them too. */
    private int number() {
        if (nextNumber == reserved) {
            reserved += NUMBERS_AT_ONCE;
            step(safe, Upload.State.OPEN, reserved, List.of());
        }
        if (nextNumber > ObjectParts.MOST) {
            throw new UploadProblem.Lost();
        }
        return nextNumber++;
    }

    private void settleOldest() {
        var oldest = underWay.removeFirst();
        unwritten.add(ObjectParts.await(oldest.part()));
        if (!allOrNothing) {
            tail = null; // it went into the first part
            step(oldest.end(), Upload.State.OPEN, reserved, unwritten);
            unwritten.clear();
            safeHashing = oldest.hashing();
        }
    }

    private void settle() {
        while (!underWay.isEmpty()) {
            settleOldest();
        }
    }

    /** Makes everything so far outlive this request. */
    Upload.State keep() throws IOException {
        if (position == upload.received() && unwritten.isEmpty()) {
            return Upload.State.OPEN;
        }
        return position == upload.length() ? keepWhole() : keepRest();
    }

    private Upload.State keepWhole() throws IOException {
        if (storeUpload != null) {
            if (filling.size() > 0) {
                send();
            }
            settle();
        } else {
            checkClaim();
            putAtOnce();
        }
        tail = null;
        return kept(Upload.State.RECEIVED);
    }

    /** It never was more than one part. What an earlier, killed request may have put there is nobody's. */
    private void putAtOnce() throws IOException {
        var key = upload.reserved().objectKey();
        for (boolean written = false; !written; ) {
            try (var object = objects.upload(key, upload.mediaType(), filling.size());
                    var content = filling.content()) {
                content.transferTo(object);
                written = object.complete();
            }
            if (!written) {
                objects.delete(key);
            }
        }
    }

    private Upload.State keepRest() throws IOException {
        if (PartSize.mayBeShort(filling.size(), upload.length() - position, nextNumber, partSize)) {
            send();
        }
        settle();
        if (filling.size() > 0) {
            checkClaim();
            tail = putTail();
        } else {
            tail = null;
        }
        return kept(Upload.State.OPEN);
    }

    private String putTail() throws IOException {
        var key = DiscardUpload.folder(upload.id()) + position + "-" + hold.holder();
        try (var object = objects.upload(key, "application/octet-stream", filling.size());
                var content = filling.content()) {
            content.transferTo(object);
            object.complete();
        }
        return key;
    }

    private Upload.State kept(Upload.State state) {
        step(position, state, nextNumber, unwritten);
        unwritten.clear();
        safeHashing = hashing;
        var old = upload.tail();
        if (old != null && !old.equals(tail)) {
            objects.delete(old);
        }
        return state;
    }

    private void step(long received, Upload.State state, int next, List<StoredPart> parts) {
        var standing = new Uploads.Standing(received, state, storeUpload, next, tail);
        if (!uploads.advance(upload.id(), hold.holder(), standing, parts)) {
            throw new UploadProblem.Held();
        }
        safe = received;
    }

    /** Lets go of what came: it is not what it should have been. */
    void discard() {
        settleAll();
        step(safe, Upload.State.OPEN, upload.nextPart(), List.of());
    }

    private void settleAll() {
        underWay.forEach(sent -> sent.part().handle((_, _) -> null).join());
        underWay.clear();
    }

    @Override
    public void close() {
        settleAll();
        filling.close();
        if (safeHashing != null) {
            hashes.put(upload.id(), safe, safeHashing);
        }
    }
}
