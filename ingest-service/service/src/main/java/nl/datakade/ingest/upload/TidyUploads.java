package nl.datakade.ingest.upload;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.platform.object.StoredObject;
import nl.datakade.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes what a killed instance left, and forgets what nobody came back for. */
@Component
class TidyUploads {

    private static final Logger log = LoggerFactory.getLogger(TidyUploads.class);
    private static final Duration STRAY = Duration.ofHours(6);

    private final Uploads uploads;
    private final FinishUpload finish;
    private final DiscardUpload discard;
    private final ObjectStore objects;
    private final UploadProperties properties;
    private final Clock clock;

    TidyUploads(
            Uploads uploads,
            FinishUpload finish,
            DiscardUpload discard,
            ObjectStore objects,
            UploadProperties properties,
            Clock clock) {
        this.uploads = uploads;
        this.finish = finish;
        this.discard = discard;
        this.objects = objects;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${datakade.upload.tidy-every:5s}")
    void tidy() {
        uploads.unfinished().forEach(id -> holding(id, () -> finish.finish(id)));
        uploads.expired().forEach(id -> holding(id, () -> forget(id)));
    }

    /** Somebody who lost an upload may still have put bytes there that nothing speaks of. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = java.util.concurrent.TimeUnit.HOURS)
    void removeStrays() {
        objects.forEach(DiscardUpload.FOLDER, object -> {
            if (object.modifiedAt().isBefore(clock.instant().minus(STRAY)) && !isKnown(object)) {
                objects.delete(object.key());
            }
        });
    }

    private boolean isKnown(StoredObject object) {
        return uploads.isKnown(UUID.fromString(object.key().split("/", 3)[1]));
    }

    private void forget(UUID id) {
        uploads.find(id).filter(Upload::expired).ifPresent(upload -> {
            discard.bytes(upload);
            uploads.forget(id);
        });
    }

    /** One that fails does not keep the others waiting. */
    private void holding(UUID id, Runnable work) {
        try (var _ = Hold.of(uploads, id, properties.lease())) {
            work.run();
        } catch (Problem later) {
            log.info("Upload left as it is: {}", later.slug());
        } catch (RuntimeException failure) {
            log.warn("Upload left as it is", failure);
        }
    }
}
