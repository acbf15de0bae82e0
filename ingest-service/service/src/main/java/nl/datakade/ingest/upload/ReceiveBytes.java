package nl.datakade.ingest.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import nl.datakade.ingest.fairness.Pace;
import nl.datakade.ingest.landing.LandingProblem;
import nl.datakade.ingest.landing.Places;
import nl.datakade.platform.object.ObjectStore;
import org.springframework.stereotype.Service;

/** Takes in the bytes that one request adds to an upload. */
@Service
class ReceiveBytes {

    private static final int BUFFER = 64 * 1024;

    private final Uploads uploads;
    private final RunningHashes hashes;
    private final ObjectStore objects;
    private final Places places;
    private final FinishUpload finish;
    private final UploadProperties properties;

    ReceiveBytes(
            Uploads uploads,
            RunningHashes hashes,
            ObjectStore objects,
            Places places,
            FinishUpload finish,
            UploadProperties properties) {
        this.uploads = uploads;
        this.hashes = hashes;
        this.objects = objects;
        this.places = places;
        this.finish = finish;
        this.properties = properties;
    }

    /**
     * Adds the bytes of a body, and makes a delivery of the upload with the last of them.
     *
     * @param offset where the bytes belong
     * @param length of the body, -1 when it is not said
     * @return the upload as it stands then
     */
    Upload receive(UUID id, long offset, long length, InputStream body, Checksums checksums) throws IOException {
        var hold = Hold.of(uploads, id, properties.lease());
        var keeping = true;
        try {
            var upload = uploads.find(id).orElseThrow(UploadProblem.Unknown::new);
            requireOpen(upload, offset, length);
            if (upload.state() == Upload.State.OPEN && receive(upload, hold, body, checksums)) {
                keeping = false;
                finish.within(properties.answerWithin(), id, hold);
            }
        } finally {
            if (keeping) {
                hold.close();
            }
        }
        return uploads.find(id).orElseThrow(UploadProblem.Unknown::new);
    }

    private void requireOpen(Upload upload, long offset, long length) {
        if (upload.state() == Upload.State.REFUSED) {
            throw new UploadProblem.Refused(upload.reason());
        }
        if (upload.expired()) {
            throw new UploadProblem.Expired();
        }
        if (offset != upload.received()) {
            throw new UploadProblem.WrongOffset(upload.received());
        }
        if (offset + length > upload.length()) {
            throw new UploadProblem.LongerThanDeclared(upload.length(), upload.received());
        }
    }

    /** Whether all bytes of the file are here now. */
    private boolean receive(Upload upload, Hold hold, InputStream body, Checksums checksums) throws IOException {
        try (var _ = places.take(upload.client());
                var receiving = new Receiving(upload, hold, uploads, hashes, objects, checksums.areGiven())) {
            try {
                copy(body, receiving, hold, checksums);
            } catch (LandingProblem.Incomplete | UploadProblem.TooSlow stopped) {
                keepWhatCame(receiving, checksums);
                throw stopped;
            }
            verify(receiving, checksums);
            return receiving.keep() == Upload.State.RECEIVED;
        } catch (LandingProblem.NotWhatItClaims | UploadProblem.Lost refused) {
            finish.refuse(upload, refused);
            throw refused;
        }
    }

    private static void verify(Receiving receiving, Checksums checksums) {
        try {
            checksums.verify();
        } catch (UploadProblem.WrongChecksum | LandingProblem.WrongDigest mismatch) {
            receiving.discard();
            throw mismatch;
        }
    }

    private static void keepWhatCame(Receiving receiving, Checksums checksums) throws IOException {
        if (checksums.areGiven()) {
            receiving.discard();
        } else {
            receiving.keep();
        }
    }

    private void copy(InputStream body, Receiving receiving, Hold hold, Checksums checksums) throws IOException {
        var pace = new Pace(properties.slowest(), properties.pace());
        var buffer = new byte[BUFFER];
        while (true) {
            hold.waiting();
            long begin = System.nanoTime();
            int read = read(body, buffer);
            hold.working();
            if (read < 0) {
                return;
            }
            checksums.update(buffer, read);
            receiving.write(buffer, read);
            if (pace.isTooSlow(read, System.nanoTime() - begin)) {
                throw new UploadProblem.TooSlow(properties.slowest());
            }
        }
    }

    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException brokenOff) {
            throw new LandingProblem.Incomplete(brokenOff);
        }
    }
}
