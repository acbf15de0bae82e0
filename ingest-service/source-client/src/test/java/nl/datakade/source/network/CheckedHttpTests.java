package nl.datakade.source.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that somebody might want to forge, against a server that is really there. */
class CheckedHttpTests {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<String> LOOPBACK = List.of("127.0.0.1/32");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server = start();

    @BeforeEach
    void answer() {
        server.createContext("/", exchange -> {
            var key = exchange.getRequestHeaders().getFirst("X-Api-Key");
            seen.add(exchange.getRequestHeaders().getFirst("Host") + " " + exchange.getRequestURI() + " " + key);
            var query = exchange.getRequestURI().getQuery();
            if (query != null) {
                exchange.getResponseHeaders().add("Location", query);
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('!');
            }
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAllowedHostAtAnAllowedAddressIsReached() throws Exception {
        assertThat(get(http("data.test:*", LOOPBACK), "data.test", "/")).isEqualTo("!");
    }

    @Test
    void aHostThatIsNotAllowedIsNotAsked() {
        assertThatThrownBy(() -> get(http("other.test:*", LOOPBACK), "data.test", "/"))
                .isInstanceOf(HostRefused.class);
        assertThat(seen).isEmpty();
    }

    @Test
    void aNameThatLeadsToAnInnerAddressIsRefused() {
        assertThatThrownBy(() -> get(http("data.test:*", List.of()), "data.test", "/"))
                .isInstanceOf(AddressRefused.class);
        assertThat(seen).isEmpty();
    }

    @Test
    void anInnerAddressInTheAddressItselfIsRefusedThoughItsHostIsAllowed() {
        assertThatThrownBy(() -> get(http("127.0.0.1:*", List.of()), "127.0.0.1", "/"))
                .isInstanceOf(AddressRefused.class);
        assertThat(seen).isEmpty();
    }

    @Test
    void aNameThatLeadsInwardsTheSecondTimeIsRefused() throws Exception {
        var inner = InetAddress.ofLiteral("127.0.0.1");
        var outer = InetAddress.ofLiteral("192.0.2.7");
        Queue<InetAddress> answers = new ArrayDeque<>(List.of(outer, inner, inner));
        var http = rebinding("data.test:*", List.of(), answers);

        assertThat(http.lookup("data.test"))
                .as("what a check beforehand would see")
                .containsExactly(outer);
        assertThatThrownBy(() -> get(http.http(), "data.test", "/")).isInstanceOf(AddressRefused.class);
        assertThat(seen).isEmpty();
    }

    @Test
    void theSocketItselfRefusesWhateverALookupSaid() {
        var sockets = new CheckedSockets(new AllowedAddresses(properties("x.test", List.of())));

        assertThatThrownBy(() -> sockets.createSocket("127.0.0.1", port())).isInstanceOf(AddressRefused.class);
        assertThatThrownBy(() -> sockets.createSocket()
                        .connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port())))
                .isInstanceOf(AddressRefused.class);
    }

    @Test
    void aRedirectToAHostThatIsNotAllowedIsNotFollowed() {
        var away = "http://other.test:" + port() + "/inner";

        assertThatThrownBy(() -> get(http("data.test:*", LOOPBACK), "data.test", "/?" + away))
                .isInstanceOf(HostRefused.class);
        assertThat(seen).hasSize(1);
    }

    @Test
    void aRedirectToAnInnerAddressIsNotFollowed() {
        var metadata = "http://169.254.169.254/latest/meta-data";
        var http = http("data.test:*,169.254.169.254", LOOPBACK);

        assertThatThrownBy(() -> get(http, "data.test", "/?" + metadata)).isInstanceOf(AddressRefused.class);
    }

    @Test
    void aRedirectToAnotherSchemeIsNotFollowed() {
        assertThatThrownBy(() -> get(http("data.test:*", LOOPBACK), "data.test", "/?file:///etc/passwd"))
                .isInstanceOf(RedirectRefused.class);
    }

    @Test
    void redirectsEndAtSomePoint() {
        server.createContext("/round", exchange -> {
            seen.add("round");
            exchange.getResponseHeaders().add("Location", "/round");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        assertThatThrownBy(() -> get(http("data.test:*", LOOPBACK), "data.test", "/round"))
                .isInstanceOf(RedirectRefused.class);
        assertThat(seen).hasSize(6);
    }

    @Test
    void aSecretStaysWithItsOrigin() throws Exception {
        var to = "http://friend.test:" + port() + "/there";

        assertThat(get(http("data.test:*,friend.test:*", LOOPBACK), "data.test", "/?" + to))
                .isEqualTo("!");
        assertThat(seen)
                .containsExactly(
                        "data.test:" + port() + " /?" + to + " secret", "friend.test:" + port() + " /there null");
    }

    @Test
    void aProxyIsAskedForAHostThatOnlyItCanFind() throws Exception {
        assertThat(get(byProxy("data.test:*"), "data.test", "/tellingen.csv")).isEqualTo("!");
        assertThat(seen)
                .containsExactly("data.test:" + port() + " http://data.test:" + port() + "/tellingen.csv secret");
    }

    @Test
    void aProxyIsNotAskedForAHostThatIsNotAllowedNorForAnInnerAddress() {
        assertThatThrownBy(() -> get(byProxy("other.test:*"), "data.test", "/")).isInstanceOf(HostRefused.class);
        for (var inner : List.of("127.0.0.1", "127.1", "169.254.169.254", "10.0.0.7", "[::1]", "2130706433")) {
            assertThatThrownBy(() -> get(
                            byProxy("127.0.0.1:*,127.1:*,169.254.169.254:*,10.0.0.7:*,[::1]:*,2130706433:*"),
                            inner,
                            "/"))
                    .as(inner)
                    .isInstanceOf(AddressRefused.class);
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void aRedirectIsCheckedBeforeTheProxyIsAskedAgain() {
        var away = "http://other.test:" + port() + "/inner";

        assertThatThrownBy(() -> get(byProxy("data.test:*"), "data.test", "/?" + away))
                .isInstanceOf(HostRefused.class);
        assertThat(seen).hasSize(1);
    }

    @Test
    void whatIsEncryptedGoesThroughTheProxyUnread() throws Exception {
        try (var proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.submit(() -> {
                try (var client = proxy.accept()) {
                    var in = new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII);
                    var line = new BufferedReader(in).readLine();
                    client.getOutputStream()
                            .write("HTTP/1.1 502 Bad Gateway\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    return line;
                }
            });
            var properties = new NetworkProperties(
                    List.of("data.test"), List.of(), "127.0.0.1:" + proxy.getLocalPort(), PATIENCE, PATIENCE, PATIENCE);
            var allowed = new AllowedAddresses(properties);
            var http = http(properties, allowed, new CheckedAddresses(_ -> List.of(), allowed));

            assertThatThrownBy(() -> http.get(HttpUrl.get("https://data.test/geheim"), Headers.EMPTY, Headers.EMPTY))
                    .isInstanceOf(IOException.class);
            assertThat(asked.get()).isEqualTo("CONNECT data.test:443 HTTP/1.1");
        }
    }

    @Test
    void aProxyThatIsNoneIsSaidAtOnce() {
        for (var text : List.of("proxy.test", "http://proxy.test:3128", "proxy.test:poort", "a@proxy.test:3128")) {
            var properties = new NetworkProperties(List.of(), List.of(), text, PATIENCE, PATIENCE, PATIENCE);
            assertThatThrownBy(() -> new OutboundProxy(properties, new AllowedAddresses(properties)))
                    .hasMessageContaining("such as proxy.example.nl:3128");
        }
    }

    private String get(CheckedHttp http, String host, String path) throws IOException {
        var url = HttpUrl.get("http://" + host + ":" + port() + path);
        try (var answer = http.get(url, Headers.EMPTY, Headers.of("X-Api-Key", "secret"))) {
            return answer.body().string();
        }
    }

    private record Rebinding(CheckedHttp http, CheckedAddresses addresses) {

        List<InetAddress> lookup(String host) throws IOException {
            return addresses.lookup(host);
        }
    }

    private static Rebinding rebinding(String hosts, List<String> networks, Queue<InetAddress> answers) {
        var properties = properties(hosts, networks);
        var allowed = new AllowedAddresses(properties);
        var addresses = new CheckedAddresses(_ -> List.of(answers.remove()), allowed);
        return new Rebinding(http(properties, allowed, addresses), addresses);
    }

    /** Every name leads to this machine. */
    private static CheckedHttp http(String hosts, List<String> networks) {
        var properties = properties(hosts, networks);
        var allowed = new AllowedAddresses(properties);
        var addresses = new CheckedAddresses(_ -> List.of(InetAddress.ofLiteral("127.0.0.1")), allowed);
        return http(properties, allowed, addresses);
    }

    private static CheckedHttp http(
            NetworkProperties properties, AllowedAddresses allowed, CheckedAddresses addresses) {
        return new CheckedHttp(
                new AllowedHosts(properties),
                addresses,
                new CheckedSockets(allowed),
                new OutboundProxy(properties, allowed),
                properties);
    }

    /** No name is known here; the server of this test is the proxy. */
    private CheckedHttp byProxy(String hosts) {
        var properties = new NetworkProperties(
                List.of(hosts.split(",")), List.of(), "127.0.0.1:" + port(), PATIENCE, PATIENCE, PATIENCE);
        var allowed = new AllowedAddresses(properties);
        return http(
                properties,
                allowed,
                new CheckedAddresses(
                        name -> {
                            throw new UnknownHostException(name);
                        },
                        allowed));
    }

    private static NetworkProperties properties(String hosts, List<String> networks) {
        return new NetworkProperties(List.of(hosts.split(",")), networks, "", PATIENCE, PATIENCE, PATIENCE);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
