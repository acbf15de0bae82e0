package nl.datakade.ingest.landing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;

/** What came in: how many bytes, and their SHA-256 in lower-case hexadecimal. */
public record Content(long size, String sha256) {

    private static final int BUFFER = 64 * 1024;

    /** Passes the bytes on while hashing them; the parts of the upload go out meanwhile. */
    static Content pass(InputStream in, OutputStream out, Claim claim) throws IOException {
        var head = in.readNBytes(Claim.HEAD);
        if (head.length == 0) {
            throw new LandingProblem.EmptyFile();
        }
        claim.check(head);
        var hash = Hashing.digest("SHA-256");
        hash.update(head);
        out.write(head);
        long size = head.length;
        var buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            hash.update(buffer, 0, read);
            out.write(buffer, 0, read);
            size += read;
        }
        return new Content(size, HexFormat.of().formatHex(hash.digest()));
    }
}
