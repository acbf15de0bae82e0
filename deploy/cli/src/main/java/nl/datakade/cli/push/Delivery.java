package nl.datakade.cli.push;

import static java.util.Objects.requireNonNullElseGet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.LongConsumer;
import nl.datakade.cli.api.Answer;
import nl.datakade.cli.api.Client;
import nl.datakade.cli.city.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way to a dataset.
 *
 * @param department whose the dataset becomes when nobody has the name yet; by default the sender's own
 * @param mediaType by default what the name's ending says
 */
public record Delivery(
        Path file,
        String dataset,
        @Nullable String department,
        @Nullable String mediaType) {
    public Delivery(Path file, String dataset) {
        this(file, dataset, null, null);
    }

    /** Sends it with its checksum; the answer is the receipt, or a problem. */
    public Answer send(Client sender, LongConsumer progress) throws IOException {
        return send(sender, Sha256.of(file), progress);
    }

    Answer send(Client sender, byte[] sha256, LongConsumer progress) throws IOException {
        return sender.send(
                "POST",
                path(),
                new CountedBody(file, progress),
                "Content-Type",
                requireNonNullElseGet(mediaType, () -> MediaTypes.of(file)),
                "Content-Disposition",
                ContentDisposition.of(file.getFileName().toString()),
                "Content-Digest",
                "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");
    }

    public String path() {
        String path = "/ingest/v1/datasets/" + dataset + "/deliveries";
        return department == null ? path : path + "?department=" + department;
    }
}
