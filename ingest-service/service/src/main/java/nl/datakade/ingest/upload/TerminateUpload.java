package nl.datakade.ingest.upload;

import java.util.UUID;
import org.springframework.stereotype.Service;

/** Gives up an upload at its sender's wish. */
@Service
class TerminateUpload {

    private final Uploads uploads;
    private final DiscardUpload discard;
    private final UploadProperties properties;

    TerminateUpload(Uploads uploads, DiscardUpload discard, UploadProperties properties) {
        this.uploads = uploads;
        this.discard = discard;
        this.properties = properties;
    }

    void terminate(UUID id) {
        try (var _ = Hold.of(uploads, id, properties.lease())) {
            uploads.find(id).ifPresent(upload -> {
                discard.bytes(upload);
                uploads.forget(id);
            });
        }
    }
}
