package nl.datakade.ingest.landing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;

/**
 * One file on its way through clamd, by its command INSTREAM (clamd(8)): chunks with their length before them, closed by
 * an empty one; then it says what it found. A scanner that does not answer lets nothing through.
 */
final class Scan extends OutputStream {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4 * 1024;

    private final Socket socket;
    private final DataOutputStream out;
    private boolean cutOff;

    private Scan(Socket socket) throws IOException {
        this.socket = socket;
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK));
        out.write("zINSTREAM\0".getBytes(US_ASCII));
    }

    static Scan at(String address, Duration patience) {
        var colon = address.lastIndexOf(':');
        var socket = new Socket();
        try {
            var scanner =
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
            socket.connect(scanner, (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            return new Scan(socket);
        } catch (IOException away) {
            closeQuietly(socket);
            throw new ScannerAway(away);
        }
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** Once clamd has enough it closes its ear; what it said stands ready to be read, and the rest need not be sent. */
    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (length == 0 || cutOff) {
            return;
        }
        try {
            out.writeInt(length);
            out.write(bytes, offset, length);
        } catch (IOException stopsListening) {
            cutOff = true;
        }
    }

    /** Returns when nothing was found. */
    void verify() {
        var answer = answer();
        var found = answer.strip();
        if (found.endsWith(" FOUND")) {
            throw new LandingProblem.Malware(found.replaceFirst("^[^:]*: ", "").replaceFirst(" FOUND$", ""));
        }
        if (found.toLowerCase(Locale.ROOT).contains("size limit exceeded")) {
            throw new LandingProblem.TooLargeToScan();
        }
        if (!found.endsWith(": OK")) {
            throw new ScannerAway(new IOException("clamd answered neither OK nor FOUND"));
        }
    }

    private String answer() {
        try {
            if (!cutOff) {
                finish();
            }
            return new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), US_ASCII).replace("\0", "");
        } catch (IOException away) {
            throw new ScannerAway(away);
        }
    }

    private void finish() {
        try {
            out.writeInt(0);
            out.flush();
        } catch (IOException stopsListening) {
            cutOff = true;
        }
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // nobody waits for it
        }
    }
}
