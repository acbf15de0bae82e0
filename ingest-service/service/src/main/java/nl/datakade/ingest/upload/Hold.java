package nl.datakade.ingest.upload;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write to an upload. It is renewed while there is a sign of life; a request that stalls loses it to the
 * next, for the client that came back is the one that counts. Whatever the loser still writes is not written down.
 */
final class Hold implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Hold.class);
    private static final int RENEWALS = 3;

    private final Uploads uploads;
    private final UUID upload;
    private final UUID holder;
    private final long pause;
    private volatile boolean alive = true;
    private volatile boolean waiting;
    private volatile boolean closed;

    private Hold(Uploads uploads, UUID upload, UUID holder, Duration lease) {
        this.uploads = uploads;
        this.upload = upload;
        this.holder = holder;
        this.pause = lease.toNanos() / RENEWALS;
    }

    static Hold of(Uploads uploads, UUID upload, Duration lease) {
        var hold = new Hold(uploads, upload, UUID.randomUUID(), lease);
        if (!uploads.hold(upload, hold.holder)) {
            throw new UploadProblem.Held();
        }
        Thread.ofVirtual().name("hold-" + upload).start(hold::renew);
        return hold;
    }

    UUID upload() {
        return upload;
    }

    UUID holder() {
        return holder;
    }

    /** It is the sender who is waited for; without a word from there the hold runs out. */
    void waiting() {
        waiting = true;
    }

    /** Bytes came, and until the next wait it is we who keep the upload busy. */
    void working() {
        alive = true;
        waiting = false;
    }

    private void renew() {
        while (!closed) {
            LockSupport.parkNanos(pause);
            if (!closed && (alive || !waiting)) {
                alive = false;
                renewOnce();
            }
        }
    }

    private void renewOnce() {
        try {
            closed |= !uploads.renew(upload, holder);
        } catch (RuntimeException databaseAway) {
            log.debug("Not renewed", databaseAway);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            uploads.release(upload, holder);
        } catch (RuntimeException databaseAway) {
            log.debug("Not released, so it runs out", databaseAway);
        }
    }
}
