package nl.datakade.local;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks a broker for the API versions it speaks: the first request of the Kafka protocol, answered once it is up. */
final class KafkaProbe {

    private static final int TIMEOUT = 500;
    private static final int API_VERSIONS = 18;
    private static final int CORRELATION = 42;

    private KafkaProbe() {}

    static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT);
            socket.setSoTimeout(TIMEOUT);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(10); // length of what follows
            out.writeShort(API_VERSIONS);
            out.writeShort(0); // version of the request
            out.writeInt(CORRELATION);
            out.writeShort(-1); // no client id
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            return in.readInt() > 0 && in.readInt() == CORRELATION;
        } catch (IOException e) {
            return false;
        }
    }
}
