package nl.datakade.client;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the platform's APIs. */
public final class Client {
    private static final JsonMapper JSON = new JsonMapper();

    /** Nothing of the request was kept, says the platform with this status, and when to send it again. */
    private static final int BUSY = 503;

    private static final int FULL = 507;

    private static final int PATIENCE = 5;

    private final Platform platform;
    private final Tokens tokens;
    private final Transport transport;
    private final Somebody somebody;

    private Client(Platform platform, Tokens tokens, Transport transport, Somebody somebody) {
        this.platform = platform;
        this.tokens = tokens;
        this.transport = transport;
        this.somebody = somebody;
    }

    public static Client of(Platform platform, Somebody somebody) {
        var transport = new Transport();
        return new Client(platform, new Tokens(platform, transport), transport, somebody);
    }

    /** Somebody else on the same platform. */
    public Client as(Somebody other) {
        return new Client(platform, tokens, transport, other);
    }

    public Client as(String user) {
        return as(new Somebody.User(user));
    }

    public Somebody somebody() {
        return somebody;
    }

    /** Where a path leads. */
    public URI address(String path) {
        return platform.address(path.split("/", 3)[1], path);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** Headers as name, value, name, value. */
    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, json(body), withJson(headers));
    }

    public Answer put(String path, Object body, String... headers) {
        return send("PUT", path, json(body), withJson(headers));
    }

    /** Any request; the first segment of the path names the service. */
    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        return send(path.split("/", 3)[1], method, path, body, headers);
    }

    /** A service's figures in the form of Prometheus, for an administrator. */
    public Answer metricsOf(String service) {
        return actuator(service, "prometheus");
    }

    /** What a service shows its operators under {@code /actuator}. */
    public Answer actuator(String service, String path) {
        return send(service, "GET", "/actuator/" + path, BodyPublishers.noBody());
    }

    /** Any request, once: for those that must not be repeated as they are. */
    public Answer sendOnce(String method, String path, BodyPublisher body, String... headers) {
        String service = path.split("/", 3)[1];
        return transport.send(service, request(service, method, path, body, headers));
    }

    private Answer send(String service, String method, String path, BodyPublisher body, String... headers) {
        HttpRequest request = request(service, method, path, body, headers);
        Answer answer = transport.send(service, request);
        for (int again = 0; passes(answer) && again < PATIENCE; again++) {
            LockSupport.parkNanos(SECONDS.toNanos(
                    answer.headers().firstValueAsLong("Retry-After").orElse(1)));
            answer = transport.send(service, request);
        }
        return answer;
    }

    /** The platform is away, or full; whoever has stored what it may is not asked to try again. */
    private static boolean passes(Answer answer) {
        return answer.status() == BUSY
                || (answer.status() == FULL
                        && answer.headers().firstValue("Retry-After").isPresent());
    }

    private HttpRequest request(String service, String method, String path, BodyPublisher body, String... headers) {
        URI address = platform.address(service, path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, body)
                .header("Accept-Language", Locale.getDefault().getLanguage().equals("nl") ? "nl" : "en");
        if (!(somebody instanceof Somebody.Anybody)) {
            Encrypted.require(address);
            request.header("Authorization", "Bearer " + tokens.of(somebody));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private static String[] withJson(String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return all;
    }
}
