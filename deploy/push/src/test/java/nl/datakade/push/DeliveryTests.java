package nl.datakade.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.datakade.client.Client;
import nl.datakade.client.Platform;
import nl.datakade.client.Refusal;
import nl.datakade.client.Somebody;
import nl.datakade.client.Unreachable;
import nl.datakade.local.Ports;
import nl.datakade.local.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delivery as it arrives at the other end of the line. */
class DeliveryTests {
    private final HttpServer server;
    private final List<String> requests = new ArrayList<>();
    private int status = 201;
    private String answer = "{\"version\": 1}";
    private byte[] received = {};

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    DeliveryTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aCorrectionSaysInItsAddressWhatItCorrectsAndWhy() {
        Delivery delivery = new Delivery(folder.resolve("a.csv"), "tellingen", "groen", null)
                .correcting(new Correction(3, "Telpunt F07 & caf\u00e9"));

        assertThat(delivery.path())
                .isEqualTo("/ingest/v1/datasets/tellingen/deliveries"
                        + "?department=groen&corrects=3&reason=Telpunt+F07+%26+caf%C3%A9");
        assertThat(delivery.of(null).correcting(null).path()).isEqualTo("/ingest/v1/datasets/tellingen/deliveries");
    }

    @Test
    void theBytesArriveWithTheirNameTypeAndDigest() throws Exception {
        byte[] content = "Telpunt;Aantal\r\nFT-001;1.204\r\n".getBytes(UTF_8);
        Path file = Files.write(folder.resolve("tellingen é.csv"), content);
        var progress = new ArrayList<Long>();

        new Delivery(file, "fietstellingen").send(client(), progress::add).required();

        assertThat(received).isEqualTo(content);
        assertThat(requests)
                .contains(
                        "POST /ingest/v1/datasets/fietstellingen/deliveries",
                        "Content-Type: text/csv",
                        "Content-Disposition: " + ContentDisposition.of("tellingen é.csv"),
                        "Content-Digest: sha-256=:"
                                + Base64.getEncoder()
                                        .encodeToString(MessageDigest.getInstance("SHA-256")
                                                .digest(content))
                                + ":",
                        "Authorization: Bearer secret");
        assertThat(progress).last().isEqualTo((long) content.length);
    }

    @Test
    void aRefusalSaysWhatIsWrongAndWhatToDo() throws IOException {
        status = 400;
        answer = """
                {"title": "Empty file", "detail": "There are no bytes in it.", "remedy": "Send the file again."}""";
        Path file = Files.writeString(folder.resolve("leeg.csv"), "");

        assertThatThrownBy(
                        () -> new Delivery(file, "leeg").send(client(), _ -> {}).required())
                .isInstanceOf(Refusal.class)
                .hasMessage("Empty file: There are no bytes in it.\nSend the file again.");
    }

    @Test
    void nobodyAtHomeIsOneSentenceWithTheRemedy() throws IOException {
        server.stop(0);
        Path file = Files.writeString(folder.resolve("a.csv"), "a;b\n");

        assertThatThrownBy(() -> new Delivery(file, "a").send(client(), _ -> {}))
                .isInstanceOf(Unreachable.class)
                .hasMessageStartingWith("ingest does not answer at http://")
                .hasMessageEndingWith("See ./datakade status.");
    }

    private Client client() {
        String address = "http://localhost:" + server.getAddress().getPort();
        var platform =
                new Platform(Map.of("DATAKADE_INGEST_URL", address), Ports.standard(Map.of()), Secrets.in(folder));
        return Client.of(platform, new Somebody.Bearer("secret"));
    }

    private void receive(HttpExchange exchange) throws IOException {
        received = exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        exchange.getRequestHeaders()
                .forEach((name, values) -> requests.add(canonical(name) + ": " + values.getFirst()));
        byte[] body = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The server of the JDK writes only the first letter of a header large. */
    private static String canonical(String name) {
        var text = new StringBuilder(name);
        for (int dash = name.indexOf('-'); dash >= 0; dash = name.indexOf('-', dash + 1)) {
            text.setCharAt(dash + 1, Character.toUpperCase(name.charAt(dash + 1)));
        }
        return text.toString();
    }
}
