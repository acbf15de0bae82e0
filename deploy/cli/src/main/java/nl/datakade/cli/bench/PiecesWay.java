package nl.datakade.cli.bench;

import java.nio.file.Path;
import nl.datakade.client.Client;
import nl.datakade.client.Somebody;
import nl.datakade.local.Sha256;
import nl.datakade.push.Delivery;
import nl.datakade.push.ResumableSend;

/** The same as {@link IngestWay}, but for the large file: piece by piece, by the tus protocol. */
final class PiecesWay implements Way {
    private final Client department;
    private final Path folder;
    private final Way single;

    PiecesWay(Client anybody, Path folder, Way single) {
        this.department = anybody.as(new Somebody.Department(IngestWay.DEPARTMENT));
        this.folder = folder;
        this.single = single;
    }

    /** As push does, which reads the file once for its digest before; the single request has none. */
    @Override
    public void large(Path file, int round) throws Exception {
        var delivery = new Delivery(file, "bench-pieces", IngestWay.DEPARTMENT, "application/octet-stream");
        ResumableSend.of(delivery, Sha256.of(file), department, folder.resolve("notes"), _ -> {})
                .send()
                .required();
    }

    @Override
    public void small(byte[] bytes, int client, int number) throws Exception {
        single.small(bytes, client, number);
    }

    @Override
    public void settle() throws Exception {
        single.settle();
    }
}
