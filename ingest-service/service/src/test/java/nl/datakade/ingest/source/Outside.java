package nl.datakade.ingest.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Somebody else's server, on a port of this machine. */
public final class Outside implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What a path answers. */
    @FunctionalInterface
    public interface Page {
        void answer(Request request, HttpExchange exchange) throws IOException;
    }

    public record Request(String path, Map<String, String> query, Map<String, String> headers) {

        /** Of a WFS. */
        public boolean asks(String operation) {
            return operation.equals(query.get("request"));
        }

        public int number(String parameter, int otherwise) {
            return Integer.parseInt(query.getOrDefault(parameter, Integer.toString(otherwise)));
        }
    }

    public Outside() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public void at(String path, Page page) {
        pages.put(path, page);
    }

    public void at(String path, String type, String content) {
        at(path, (_, exchange) -> send(exchange, 200, type, content));
    }

    public List<Request> requests() {
        return requests;
    }

    public static void send(HttpExchange exchange, int status, String type, String content) throws IOException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new Request(
                    exchange.getRequestURI().getPath(),
                    query(exchange.getRequestURI().getRawQuery()),
                    exchange.getRequestHeaders().entrySet().stream()
                            .collect(Collectors.toMap(
                                    header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                                    header -> header.getValue().getFirst())));
            requests.add(request);
            pages.getOrDefault(request.path(), (_, missing) -> send(missing, 404, "text/plain", "nothing"))
                    .answer(request, exchange);
        }
    }

    private static Map<String, String> query(String raw) {
        return raw == null
                ? Map.of()
                : Arrays.stream(raw.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0].toLowerCase(java.util.Locale.ROOT),
                                pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
