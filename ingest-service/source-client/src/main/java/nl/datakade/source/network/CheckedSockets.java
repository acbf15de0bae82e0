package nl.datakade.source.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import org.springframework.stereotype.Component;

/**
 * Sockets that look at the address they are about to connect to, so that it does not matter who looked it up, when, or
 * how it was written.
 */
@Component
class CheckedSockets extends SocketFactory {

    private final AllowedAddresses allowed;

    CheckedSockets(AllowedAddresses allowed) {
        this.allowed = allowed;
    }

    @Override
    public Socket createSocket() {
        return new CheckedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(host, port);
    }

    private Socket connected(InetAddress host, int port) throws IOException {
        var socket = new CheckedSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    private final class CheckedSocket extends Socket {

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            if (!(address instanceof InetSocketAddress inet) || inet.getAddress() == null) {
                throw new AddressRefused();
            }
            allowed.require(inet.getAddress());
            super.connect(address, timeout);
        }

        @Override
        public void connect(SocketAddress address) throws IOException {
            connect(address, 0);
        }
    }
}
