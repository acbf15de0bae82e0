package nl.datakade.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What other services need of access, over HTTP, for their tests: it takes disclosures from services only, keeps them, and
 * can be away; and it says what it was told to say of what a person sees.
 */
public final class TestAccess {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TestAccess CURRENT = new TestAccess();

    private final HttpServer server;
    private final List<JsonNode> disclosures = new CopyOnWriteArrayList<>();
    private final Map<String, Sight> sights = new ConcurrentHashMap<>();
    private volatile boolean away;
    private volatile boolean unrecorded;

    private record Sight(int status, String body) {}

    private TestAccess() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** The one of this run of tests. */
    public static TestAccess current() {
        return CURRENT;
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The disclosures of a dataset, the first one first. */
    public List<JsonNode> disclosures(String datasetId) {
        return disclosures.stream()
                .filter(disclosure -> disclosure.path("dataset").asString().equals(datasetId))
                .toList();
    }

    /** From now on it answers nothing but 503, or does again. */
    public void away(boolean isAway) {
        away = isAway;
    }

    /** From now on it commits no disclosure, or does again. */
    public void unrecorded(boolean isUnrecorded) {
        unrecorded = isUnrecorded;
    }

    /** What it answers whoever asks how they see a dataset, by its name. */
    public void sight(String dataset, int status, String body) {
        sights.put("/access/v1/datasets/" + dataset + "/sight", new Sight(status, body));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var claims = claims(exchange);
            if (away) {
                answer(exchange, 503, "");
            } else if (claims == null) {
                answer(exchange, 401, "");
            } else if (exchange.getRequestURI().getPath().equals("/access/v1/disclosures")) {
                take(exchange, claims, body);
            } else {
                var sight = sights.get(exchange.getRequestURI().getPath());
                answer(exchange, sight == null ? 404 : sight.status(), sight == null ? "" : sight.body());
            }
        }
    }

    private void take(HttpExchange exchange, JsonNode claims, byte[] body) throws IOException {
        var service = claims.path("roles")
                .valueStream()
                .anyMatch(role -> role.asString().equals("service"));
        if (unrecorded) {
            answer(exchange, 503, "");
            return;
        }
        if (service) {
            disclosures.add(JSON.readTree(body));
        }
        answer(exchange, service ? 201 : 403, "");
    }

    private static @Nullable JsonNode claims(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        var parts = header == null ? new String[0] : header.split("\\.", -1);
        return parts.length == 3 && header.startsWith("Bearer ")
                ? JSON.readTree(new String(java.util.Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                : null;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var content = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
    }
}
