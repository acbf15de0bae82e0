package nl.datakade.portal;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The four services as far as the pages see them: answers that real services gave, kept under {@code recorded/} by the path
 * they were asked at. Like the services it wants a token, answers problem documents, and keeps what it was sent.
 */
final class StandIn implements AutoCloseable {

    private static final String UNAUTHORIZED = """
            {"type":"/problems/unauthorized","title":"Geen geldig token","status":401,"detail":"Dit adres vraagt een token."}""";
    private static final String NOT_FOUND = """
            {"type":"/problems/not-found","title":"Hier is niets","status":404,"detail":"Op dit adres is niets te vinden.",\
            "remedy":"Controleer het adres."}""";

    private final HttpServer server;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Queue<URI> brokenOff = new ConcurrentLinkedQueue<>();

    record Asked(String method, URI address, String body, Headers headers) {

        String language() {
            return String.valueOf(headers.getFirst("Accept-Language"));
        }
    }

    StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What it was asked since the start. */
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Where requests were sent that ended before their body did. */
    List<URI> brokenOff() {
        return List.copyOf(brokenOff);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = exchange.getRequestHeaders();
            var body = body(exchange);
            asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI(), body, request));
            if (exchange.getRequestURI().getPath().startsWith("/actuator/health")) {
                answer(exchange, 200, "application/json", "{\"status\":\"UP\"}");
                return;
            }
            var token = request.getFirst("Authorization");
            if (token == null || !token.startsWith("Bearer ")) {
                answer(exchange, 401, "application/problem+json", UNAUTHORIZED);
                return;
            }
            replay(exchange, body, subject(token));
        }
    }

    private String body(HttpExchange exchange) throws IOException {
        try {
            return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            brokenOff.add(exchange.getRequestURI());
            throw e;
        }
    }

    private static void replay(HttpExchange exchange, String body, String subject) throws IOException {
        for (var answer : Recorded.candidates(exchange, body)) {
            try (var recorded = StandIn.class.getResourceAsStream("/recorded" + answer.file())) {
                if (recorded != null) {
                    answer(
                            exchange,
                            answer.status(),
                            answer.mediaType(),
                            new String(recorded.readAllBytes(), StandardCharsets.UTF_8).replace("SELF", subject));
                    return;
                }
            }
        }
        answer(exchange, 404, "application/problem+json", NOT_FOUND);
    }

    /** Of whose token it is; recorded answers say SELF there. */
    private static String subject(String token) {
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return new JsonMapper().readTree(claims).required("sub").asString();
    }

    private static void answer(HttpExchange exchange, int status, String mediaType, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        exchange.getResponseHeaders().set("API-Version", "1.0.0");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
