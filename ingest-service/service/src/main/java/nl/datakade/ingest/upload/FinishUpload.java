package nl.datakade.ingest.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.ingest.landing.Content;
import nl.datakade.ingest.landing.Hashing;
import nl.datakade.ingest.landing.Landing;
import nl.datakade.ingest.landing.LandingProblem;
import nl.datakade.ingest.landing.StoredFile;
import nl.datakade.platform.object.ObjectParts.Completion;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Makes a delivery of an upload whose bytes are all here. Each step may be repeated, so that whoever finds an upload
 * whose finishing was broken off can go through all of them again.
 */
@Service
class FinishUpload {

    private static final Logger log = LoggerFactory.getLogger(FinishUpload.class);
    private static final int BUFFER = 256 * 1024;

    private final Uploads uploads;
    private final RunningHashes hashes;
    private final DiscardUpload discard;
    private final Landing landing;
    private final Deliveries deliveries;
    private final ObjectStore objects;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    FinishUpload(
            Uploads uploads,
            RunningHashes hashes,
            DiscardUpload discard,
            Landing landing,
            Deliveries deliveries,
            ObjectStore objects) {
        this.uploads = uploads;
        this.hashes = hashes;
        this.discard = discard;
        this.landing = landing;
        this.deliveries = deliveries;
        this.objects = objects;
    }

    /** Finishes, and releases the hold; when that takes longer it goes on by itself. */
    void within(Duration patience, UUID id, Hold hold) {
        var finishing = CompletableFuture.runAsync(
                () -> {
                    try (hold) {
                        finish(id);
                    }
                },
                threads);
        try {
            finishing.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            log.info("Finishing a large upload goes on after the answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CompletionException failed) {
            if (failed.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** For whoever holds the upload. */
    void finish(UUID id) {
        var upload = uploads.find(id).orElseThrow(UploadProblem.Unknown::new);
        if (upload.state() != Upload.State.RECEIVED) {
            return;
        }
        try {
            uploads.landed(id, land(upload));
            discard.bytes(upload); // of a delivery there are none to discard but those behind the last part
        } catch (LandingProblem | UploadProblem refused) {
            refuse(upload, refused);
            throw refused;
        }
    }

    void refuse(Upload upload, Problem reason) {
        uploads.refused(upload.id(), reason.slug());
        discard.bytes(upload);
    }

    private UUID land(Upload upload) {
        var committed = deliveries.find(upload.reserved().deliveryId());
        if (committed.isPresent()) {
            return committed.get().id();
        }
        var hashed = hashes.take(upload.id(), upload.length());
        if (hashed.isEmpty()) {
            store(upload);
        }
        var hashing = hashed.orElseGet(() -> readAgain(upload));
        upload.declared().verify(hashing.sha256(), hashing.sha512());
        var arrival = upload.arrival(new Content(upload.length(), hashing.sha256()));
        var file = new StoredFile(upload, arrival, hashed.isEmpty() ? () -> {} : () -> store(upload));
        try {
            return landing.land(file, upload.sender()).delivery().id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the object visible; done before, it stands there with all its bytes. */
    private void store(Upload upload) {
        var key = upload.reserved().objectKey();
        var parts = upload.storeUpload();
        if (parts != null && objects.parts(key, parts).complete(upload.parts()) == Completion.WRITTEN) {
            return;
        }
        if (objects.size(key).orElse(-1) != upload.length()) {
            throw new UploadProblem.Lost();
        }
    }

    private Hashing readAgain(Upload upload) {
        var hashing = new Hashing(upload.declared().sha512() != null);
        var buffer = new byte[BUFFER];
        try (var content = objects.open(upload.reserved().objectKey())) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                hashing.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashing;
    }
}
