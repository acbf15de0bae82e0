package nl.datakade.source.pull;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.datakade.source.network.AllowedHosts;
import nl.datakade.source.network.CheckedAddresses;
import nl.datakade.source.network.HostRefused;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.springframework.stereotype.Component;

/** Connects to SSH servers that are allowed and show the key that was laid down. */
@Component
class SftpConnections {

    private static final int USUAL_PORT = 22;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AllowedHosts hosts;
    private final CheckedAddresses addresses;

    SftpConnections(AllowedHosts hosts, CheckedAddresses addresses) {
        this.hosts = hosts;
        this.addresses = addresses;
    }

    /** All that is to be closed in the end. */
    record Connection(SshClient client, ClientSession session, SftpClient sftp) {

        void close() throws IOException {
            try (client;
                    session;
                    sftp) {
                // in the opposite order
            }
        }
    }

    Connection open(Order order) throws IOException {
        var address = order.origin().address();
        if (!hosts.allows("sftp", address.getHost(), address.getPort())) {
            throw new HostRefused();
        }
        var known = HostKey.parse(String.valueOf(order.origin().hostKey()))
                .orElseThrow(() -> PullFailure.lasting("host-key-differs"));
        var differs = new AtomicBoolean();
        var client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY); // nothing of this machine's user
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier((_, _, shown) -> {
            differs.set(!KeyUtils.compareKeys(known, shown));
            return !differs.get();
        });
        client.start();
        try {
            var session = session(client, order);
            return new Connection(client, session, SftpClientFactory.instance().createSftpClient(session));
        } catch (IOException | RuntimeException failed) {
            client.close();
            if (differs.get()) {
                throw PullFailure.lasting("host-key-differs");
            }
            throw failed;
        }
    }

    private ClientSession session(SshClient client, Order order) throws IOException {
        var credentials = order.credentials();
        if (credentials == null || credentials.username() == null) {
            throw PullFailure.lasting("credentials-refused");
        }
        var address = order.origin().address();
        var checked =
                addresses.lookup(address.getHost().replaceAll("[\\[\\]]", "")).getFirst();
        var port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
        var session = client.connect(credentials.username(), new InetSocketAddress(checked, port), null, null)
                .verify(PATIENCE)
                .getSession();
        identify(session, credentials);
        try {
            session.auth().verify(PATIENCE);
        } catch (SshException refused) {
            if (refused.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
                throw PullFailure.lasting("credentials-refused");
            }
            throw refused;
        }
        return session;
    }

    private static void identify(ClientSession session, Credentials credentials) {
        if (credentials.type() == Credentials.Type.BASIC) {
            session.addPasswordIdentity(credentials.secret());
            return;
        }
        var pairs = PrivateKeys.parse(credentials.secret(), credentials.passphrase());
        if (pairs.isEmpty()) {
            throw PullFailure.lasting("credentials-unreadable");
        }
        pairs.forEach(session::addPublicKeyIdentity);
    }
}
