package nl.datakade.ingest.upload;

import java.util.UUID;
import nl.datakade.ingest.delivery.Deliveries;
import nl.datakade.platform.object.ObjectStore;
import org.springframework.stereotype.Component;

/** Removes from the store what an upload left there. */
@Component
class DiscardUpload {

    static final String FOLDER = "uploads/";

    private final ObjectStore objects;
    private final Deliveries deliveries;

    DiscardUpload(ObjectStore objects, Deliveries deliveries) {
        this.objects = objects;
        this.deliveries = deliveries;
    }

    static String folder(UUID upload) {
        return FOLDER + upload + "/";
    }

    /** Bytes kept behind the last part. */
    private void tails(Upload upload) {
        objects.keys(folder(upload.id())).forEach(objects::delete);
    }

    /** All of them, but for those of a delivery. */
    void bytes(Upload upload) {
        var key = upload.reserved().objectKey();
        if (deliveries.find(upload.reserved().deliveryId()).isEmpty()) {
            if (upload.storeUpload() != null) {
                objects.parts(key, upload.storeUpload()).abort();
            }
            objects.delete(key);
        }
        tails(upload);
    }
}
