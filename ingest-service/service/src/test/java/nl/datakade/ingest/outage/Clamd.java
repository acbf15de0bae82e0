package nl.datakade.ingest.outage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks clamd's INSTREAM as clamd 1.4 does, with one signature, that of the EICAR test file,
 * and a StreamMaxLength; beyond that it answers and hangs up, whatever still comes.
 */
public final class Clamd implements AutoCloseable {

    /** Not written out, or scanners would take this file for it. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final int longest;
    private final int port;
    private ServerSocket socket;
    private Thread listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param longest its StreamMaxLength, in bytes */
    public Clamd(int longest) {
        this.longest = longest;
        this.socket = open(0);
        this.port = socket.getLocalPort();
        this.listening = listen(socket);
    }

    public String address() {
        return "localhost:" + port;
    }

    /** Nobody answers any more. */
    public void leave() throws IOException {
        socket.close();
        try {
            listening.join(); // until then the port is taken
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As if it had never been away. */
    public void comeBack() {
        if (socket.isClosed()) {
            socket = open(port);
            listening = listen(socket);
        }
    }

    private static ServerSocket open(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Thread listen(ServerSocket open) {
        return Thread.ofVirtual().start(() -> {
            while (!open.isClosed()) {
                accept(open);
            }
        });
    }

    private void accept(ServerSocket open) {
        try {
            var client = open.accept();
            threads.execute(() -> serve(client));
        } catch (IOException closed) {
            // nobody is heard any more
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new DataInputStream(client.getInputStream());
            var answer = answer(in);
            client.getOutputStream().write((answer + "\0").getBytes(US_ASCII));
        } catch (IOException gone) {
            // so is the connection
        }
    }

    private String answer(DataInputStream in) throws IOException {
        if (!new String(in.readNBytes(10), US_ASCII).equals("zINSTREAM\0")) {
            return "UNKNOWN COMMAND";
        }
        var content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            if (content.size() + length > longest) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            content.write(in.readNBytes(length));
        }
        return content.toString(US_ASCII).contains(EICAR) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
