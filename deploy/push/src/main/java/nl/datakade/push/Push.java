package nl.datakade.push;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import nl.datakade.client.Platform;
import nl.datakade.client.Refusal;
import nl.datakade.client.Somebody;
import nl.datakade.client.Unreachable;
import nl.datakade.local.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends one file and says what became of it.
 *
 * @param singleShot files up to this size go in one request
 * @param patience how long a platform may stay away
 * @param untilScored whether to wait for what becomes of it
 * @param receipts folder for signed receipts
 */
record Push(
        Platform platform,
        UploadNotes notes,
        long singleShot,
        Duration patience,
        boolean untilScored,
        @Nullable Path receipts,
        PrintWriter out,
        PrintWriter err) {
    static final int UNUSABLE = 2;
    static final int REFUSED = 3;
    static final int HELD_BACK = 4;
    static final int UNREACHABLE = 5;
    private static final Set<String> SETTLED =
            Set.of("RELEASED", "HELD_BACK", "FAILED", "WITHDRAWN", "REJECTED", "REMOVED");

    /** An exit code. */
    int send(Delivery delivery) throws IOException {
        try {
            return trySend(delivery);
        } catch (Sender.UnknownDataset e) {
            err.println(e.getMessage());
            return UNUSABLE;
        } catch (Refusal e) {
            err.println(e.getMessage());
            return e.status() >= 500 ? UNREACHABLE : REFUSED;
        } catch (Unreachable | Waiting.TookTooLong e) {
            err.println(e.getMessage());
            return UNREACHABLE;
        }
    }

    private int trySend(Delivery wanted) throws IOException {
        long size = Files.size(wanted.file());
        byte[] sha256 = Sha256.of(wanted.file());
        out.printf(
                "%s, %s, sha-256 %s%n",
                wanted.file().getFileName(),
                ProgressBar.bytes(size),
                HexFormat.of().formatHex(sha256));
        Client sender = new Sender(platform, wanted.dataset(), wanted.department()).client();
        Delivery delivery = sender.somebody() instanceof Somebody.Department ? wanted.of(null) : wanted;
        var progress = new ProgressBar(out, size, ProgressBar.onTerminal());
        Answer answer = (size > singleShot
                        ? new ResumableSend(delivery, sha256, sender, notes, patience, progress).send()
                        : delivery.send(sender, sha256, progress))
                .required();
        out.println(
                answer.status() == 200 && size <= singleShot
                        ? "These bytes were here already; their receipt:"
                        : "Receipt:");
        Receipt.print(answer.json(), out);
        if (receipts != null) {
            keep(sender, answer.json(), receipts);
        }
        return untilScored ? outcome(sender, answer.json()) : 0;
    }

    private void keep(Client sender, JsonNode receipt, Path folder) throws IOException {
        Answer signed =
                sender.get(receipt.path("links").path("receipt").asString()).required();
        Files.createDirectories(folder);
        Path file = folder.resolve(receipt.path("deliveryId").asString() + ".jws");
        Files.writeString(file, signed.text());
        out.println("Signed receipt: " + file);
    }

    private int outcome(Client sender, JsonNode receipt) {
        String self = receipt.path("links").path("self").asString();
        JsonNode settled = Waiting.until(
                "delivery " + receipt.path("deliveryId").asString(),
                Duration.ofMinutes(10),
                () -> sender.get(self).required().json(),
                delivery -> SETTLED.contains(delivery.path("state").asString()));
        Receipt.printOutcome(settled, out);
        Answer score = sender.get(settled.path("links").path("score").asString());
        if (score.isSuccess()) {
            Receipt.printScore(score.json(), out);
        }
        return settled.path("state").asString().equals("RELEASED") ? 0 : HELD_BACK;
    }
}
