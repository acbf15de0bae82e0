package nl.datakade.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElseGet;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import nl.datakade.client.Unreachable;

/**
 * Sends a large file by the tus protocol: piece by piece, from wherever it stands, for as long as the platform comes back
 * within the patience.
 */
public final class ResumableSend {
    private static final String UPLOADS = "/ingest/v1/uploads";
    private static final long PIECE = 1L << 30;
    private static final int LONGEST_PAUSE = 30;
    private static final String[] VERSION = {"Tus-Resumable", "1.0.0"};

    private final Delivery delivery;
    private final byte[] sha256;
    private final Client sender;
    private final UploadNotes notes;
    private final Duration patience;
    private final LongConsumer progress;
    private final AtomicLong sent = new AtomicLong();
    private final String fingerprint;
    private final long size;

    ResumableSend(
            Delivery delivery,
            byte[] sha256,
            Client sender,
            UploadNotes notes,
            Duration patience,
            LongConsumer progress)
            throws IOException {
        this.delivery = delivery;
        this.sha256 = sha256;
        this.sender = sender;
        this.notes = notes;
        this.patience = patience;
        this.progress = progress;
        this.size = Files.size(delivery.file());
        this.fingerprint = fingerprint();
    }

    /** One that keeps its notes in a folder, for measurements. */
    public static ResumableSend of(
            Delivery delivery, byte[] sha256, Client sender, java.nio.file.Path notes, LongConsumer progress)
            throws IOException {
        return new ResumableSend(delivery, sha256, sender, new UploadNotes(notes), Duration.ofMinutes(10), progress);
    }

    /** Bytes that were handed to the network, those that had to be sent again included. */
    public long bytesSent() {
        return sent.get();
    }

    /** The answer is the receipt, or a problem; {@link Unreachable} when the platform stays away too long. */
    public Answer send() {
        Instant end = Instant.now().plus(patience);
        int pause = 1;
        long best = -1;
        while (true) {
            try {
                Step step = step(upload());
                if (step instanceof Step.Ended(Answer answer)) {
                    notes.remove(fingerprint);
                    return answer;
                }
                if (step.offset() > best) {
                    best = step.offset();
                    pause = 1;
                    end = Instant.now().plus(patience);
                }
                if (step instanceof Step.Forward) {
                    continue;
                }
            } catch (Unreachable away) {
                if (Instant.now().isAfter(end)) {
                    throw away;
                }
            }
            LockSupport.parkNanos(SECONDS.toNanos(pause));
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    /** What one try came to. */
    private sealed interface Step {
        /** How many bytes are there, as far as is known. */
        long offset();

        record Forward(long offset) implements Step {}

        /** Another try may get further. */
        record Later(long offset) implements Step {}

        record Ended(Answer answer) implements Step {
            @Override
            public long offset() {
                return -1;
            }
        }
    }

    private Step step(String upload) {
        Answer head = sender.sendOnce("HEAD", upload, BodyPublishers.noBody(), VERSION);
        if (head.status() == 404) {
            notes.remove(fingerprint);
            return new Step.Later(-1);
        }
        if (!head.isSuccess()) {
            return mayPass(head) ? new Step.Later(-1) : refusal(upload);
        }
        long offset = head.headers().firstValueAsLong("Upload-Offset").orElse(0);
        if (offset == size) {
            return receipt(upload);
        }
        long length = Math.min(PIECE, size - offset);
        Answer answer = patch(upload, offset, part(offset, length).body());
        if (answer.isSuccess()) {
            return new Step.Forward(offset + length);
        }
        return mayPass(answer) ? new Step.Later(offset) : new Step.Ended(answer);
    }

    /** The answer to HEAD has no words; bytes that are refused for the same reason have. */
    private Step refusal(String upload) {
        Answer answer = patch(upload, 0, BodyPublishers.noBody());
        if (answer.json().path("type").asString("").endsWith("/upload-expired")) {
            notes.remove(fingerprint);
            return new Step.Later(-1);
        }
        return new Step.Ended(answer);
    }

    private String upload() {
        return notes.find(fingerprint).orElseGet(this::create);
    }

    private String create() {
        Answer created = sender.send(
                        "POST",
                        UPLOADS,
                        BodyPublishers.noBody(),
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        Long.toString(size),
                        "Upload-Metadata",
                        metadata())
                .required();
        String location = created.headers().firstValue("Location").orElseThrow();
        String path = URI.create(location).getPath();
        notes.put(fingerprint, path);
        return path;
    }

    private String metadata() {
        String text = pair("dataset", delivery.dataset()) + ","
                + pair("filename", delivery.file().getFileName().toString()) + ","
                + pair("filetype", requireNonNullElseGet(delivery.mediaType(), () -> MediaTypes.of(delivery.file())))
                + "," + pair("sha256", HexFormat.of().formatHex(sha256));
        if (delivery.department() != null) {
            text += "," + pair("department", delivery.department());
        }
        Correction corrects = delivery.corrects();
        return corrects == null
                ? text
                : text + "," + pair("corrects", Integer.toString(corrects.version())) + ","
                        + pair("reason", corrects.reason());
    }

    private static String pair(String key, String value) {
        return key + " " + Base64.getEncoder().encodeToString(value.getBytes(UTF_8));
    }

    private FilePart part(long offset, long length) {
        progress.accept(offset);
        var gone = new AtomicLong(offset);
        return new FilePart(delivery.file(), offset, length, count -> {
            sent.addAndGet(count);
            progress.accept(gone.addAndGet(count));
        });
    }

    private Answer patch(String upload, long offset, BodyPublisher body) {
        return sender.sendOnce(
                "PATCH",
                upload,
                body,
                "Tus-Resumable",
                "1.0.0",
                "Content-Type",
                "application/offset+octet-stream",
                "Upload-Offset",
                Long.toString(offset));
    }

    /** What another try may get past: somebody else was writing, the offset had moved on, the token had run out. */
    private static boolean mayPass(Answer answer) {
        return switch (answer.status()) {
            case 401, 408, 409, 423, 429 -> true;
            default -> answer.status() >= 500;
        };
    }

    /** The receipt follows the last byte, a while later when the platform has to look at the whole file once more. */
    private Step receipt(String upload) {
        Answer settled = Waiting.until(
                "the receipt of " + delivery.file().getFileName(),
                Duration.ofHours(1),
                () -> sender.get(upload).required(),
                answer -> !answer.json().path("state").asString().equals("RECEIVED"));
        String receipt = settled.json().path("links").path("delivery").asString("");
        return receipt.isEmpty() ? refusal(upload) : new Step.Ended(sender.get(receipt));
    }

    private String fingerprint() throws IOException {
        String text = String.join(
                "\n",
                sender.address(UPLOADS).toString(),
                delivery.file().toAbsolutePath().normalize().toString(),
                delivery.dataset(),
                String.valueOf(delivery.department()),
                String.valueOf(delivery.corrects()),
                HexFormat.of().formatHex(sha256));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
