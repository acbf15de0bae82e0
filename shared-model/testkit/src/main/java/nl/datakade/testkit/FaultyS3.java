package nl.datakade.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The object store with something before it that can refuse, in the words of S3, what the store itself would do only with
 * a full disk or a lost bucket. Whatever is not refused goes through as it is, signature and all.
 */
public final class FaultyS3 implements AutoCloseable {

    /** What goes wrong, as MinIO and Amazon S3 tell it. */
    public enum Fault {
        DISK_FULL(507, "XMinioStorageFull", false),
        NO_ROOM_FOR_NOW(503, "XMinioStorageFull", false),
        READ_ONLY(403, "AccessDenied", false),
        BUCKET_GONE(404, "NoSuchBucket", true);

        private final int status;
        private final String code;
        private final boolean ofReads;

        Fault(int status, String code, boolean ofReads) {
            this.status = status;
            this.code = code;
            this.ofReads = ofReads;
        }
    }

    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final Set<String> OF_ONE_HOP = Set.of("connection", "content-length", "transfer-encoding", "date");

    private record Refusal(Fault fault, String under) {

        boolean meets(HttpExchange exchange) {
            var isRead = READS.contains(exchange.getRequestMethod());
            return exchange.getRequestURI().getPath().contains(under) && (fault.ofReads || !isRead);
        }
    }

    private final String store;
    private final HttpServer server;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .followRedirects(false)
            .retryOnConnectionFailure(true)
            .build();
    private final AtomicReference<@Nullable Refusal> refusal = new AtomicReference<>();
    private final AtomicInteger refused = new AtomicInteger();

    private FaultyS3(String store) throws IOException {
        this.store = store;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
    }

    /** Before the store of this run of tests. */
    public static FaultyS3 start() {
        try {
            var faulty = new FaultyS3(Backing.current().get("DATAKADE_S3_ENDPOINT"));
            faulty.server.start();
            return faulty;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on this is what goes wrong. */
    public void suffer(Fault fault) {
        suffer(fault, "/");
    }

    /** The same for keys with this in them. */
    public void suffer(Fault fault, String under) {
        refused.set(0);
        refusal.set(new Refusal(fault, under));
    }

    public void recover() {
        refusal.set(null);
    }

    /** Requests refused since something went wrong. */
    public int refused() {
        return refused.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var now = refusal.get();
            if (now != null && now.meets(exchange)) {
                refused.incrementAndGet();
                refuse(exchange, now.fault());
            } else {
                passOn(exchange, body);
            }
        }
    }

    private static void refuse(HttpExchange exchange, Fault fault) throws IOException {
        var answer =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>%s</Code><Message>Refused on purpose</Message><Resource>%s</Resource><RequestId>1</RequestId></Error>
                """.formatted(fault.code, exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        send(exchange, fault.status, answer);
    }

    private void passOn(HttpExchange exchange, byte[] body) throws IOException {
        var method = exchange.getRequestMethod();
        var request = new Request.Builder().url(store + exchange.getRequestURI());
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_ONE_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.addHeader(name, value));
            }
        });
        request.method(method, READS.contains(method) ? null : RequestBody.create(body));
        try (var answer = client.newCall(request.build()).execute()) {
            answerWith(exchange, answer);
        }
    }

    private static void answerWith(HttpExchange exchange, Response answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        answer.headers().forEach(header -> {
            if (!OF_ONE_HOP.contains(header.getFirst().toLowerCase(java.util.Locale.ROOT))) {
                headers.add(header.getFirst(), header.getSecond());
            }
        });
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", answer.header("Content-Length", "0"));
        }
        send(exchange, answer.code(), answer.body().bytes());
    }

    private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        var isBare = content.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isBare ? -1 : content.length);
        if (!isBare) {
            exchange.getResponseBody().write(content);
        }
    }
}
