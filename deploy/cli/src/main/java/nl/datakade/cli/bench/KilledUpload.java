package nl.datakade.cli.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import nl.datakade.cli.stack.TemporarySystem;
import nl.datakade.client.Answer;
import nl.datakade.client.Somebody;
import nl.datakade.local.Sha256;
import nl.datakade.push.Delivery;
import nl.datakade.push.ResumableSend;

/** One upload during which ingest is killed at random points, and how much has to be sent again for it. */
record KilledUpload(TemporarySystem system, int mebibytes, int kills) {
    private static final long PAUSE = 2_000_000;

    void run(PrintWriter out) throws Exception {
        Path file = new Load(system.folder().resolve("killed"), mebibytes, 1).large(1);
        long size = (long) mebibytes << 20;
        byte[] sha256 = Sha256.of(file);
        var position = new AtomicLong();
        var delivery = new Delivery(file, "bench-killed", IngestWay.DEPARTMENT, "application/octet-stream");
        var sender = system.client().as(new Somebody.Department(IngestWay.DEPARTMENT));
        var send = ResumableSend.of(delivery, sha256, sender, system.folder().resolve("notes"), position::set);
        long begin = System.nanoTime();
        var answer = CompletableFuture.supplyAsync(send::send);
        for (long point : new Random().longs(kills, 0, size).sorted().toArray()) {
            while (position.get() < point && !answer.isDone()) {
                LockSupport.parkNanos(PAUSE);
            }
            system.killAndStart("ingest");
        }
        Answer receipt = answer.join().required();
        double seconds = (System.nanoTime() - begin) / 1e9;
        boolean same = receipt.json()
                .path("sha256")
                .asString()
                .equals(java.util.HexFormat.of().formatHex(sha256));
        double again = (send.bytesSent() - size) / (double) size;
        out.printf(
                Locale.ROOT,
                "killed   %d MiB with %d kills of ingest: sent again %.4f of the file a kill, %.4f in all; "
                        + "%.0f s; receipt %s%n",
                mebibytes,
                kills,
                again / kills,
                again,
                seconds,
                same ? "of the same bytes" : "OF OTHER BYTES");
        out.flush();
        if (!same) {
            throw new IllegalStateException("the receipt is of other bytes");
        }
    }
}
