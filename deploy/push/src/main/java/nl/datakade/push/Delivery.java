package nl.datakade.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElseGet;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Base64;
import java.util.StringJoiner;
import java.util.function.LongConsumer;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import nl.datakade.local.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way to a dataset.
 *
 * @param department whose the dataset becomes when nobody has the name yet; by default the sender's own
 * @param mediaType by default what the name's ending says
 * @param corrects what it corrects, if anything
 */
public record Delivery(
        Path file,
        String dataset,
        @Nullable String department,
        @Nullable String mediaType,
        @Nullable Correction corrects) {
    public Delivery(Path file, String dataset) {
        this(file, dataset, null, null);
    }

    public Delivery(Path file, String dataset, @Nullable String department, @Nullable String mediaType) {
        this(file, dataset, department, mediaType, null);
    }

    Delivery of(@Nullable String other) {
        return new Delivery(file, dataset, other, mediaType, corrects);
    }

    Delivery correcting(@Nullable Correction correction) {
        return new Delivery(file, dataset, department, mediaType, correction);
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
        var parameters = new StringJoiner("&", "?", "").setEmptyValue("");
        if (department != null) {
            parameters.add("department=" + department);
        }
        if (corrects != null) {
            parameters.add("corrects=" + corrects.version());
            parameters.add("reason=" + URLEncoder.encode(corrects.reason(), UTF_8));
        }
        return "/ingest/v1/datasets/" + dataset + "/deliveries" + parameters;
    }
}
