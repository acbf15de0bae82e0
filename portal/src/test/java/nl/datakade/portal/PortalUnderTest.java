package nl.datakade.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.datakade.testkit.TestSystem;
import org.awaitility.Awaitility;

/** The packaged portal in a process of its own, before the real Keycloak and the stand-in for the services; once for all tests. */
final class PortalUnderTest {

    private static final PortalUnderTest CURRENT = new PortalUnderTest(Map.of());

    private final StandIn services = new StandIn();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final Process process;
    private final Path log;

    private PortalUnderTest(Map<String, String> settings) {
        try {
            var port = freePort();
            address = "http://localhost:" + port;
            log = Files.createTempFile("datakade-portal-", ".log");
            process = start(port, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Awaitility.await("the portal, whose log is " + log)
                .atMost(Duration.ofMinutes(5))
                .ignoreExceptions()
                .until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    /** Another one, until the tests end, with settings of its own. */
    static PortalUnderTest with(String variable, String value) {
        return new PortalUnderTest(Map.of(variable, value));
    }

    static PortalUnderTest current() {
        return CURRENT;
    }

    String address() {
        return address;
    }

    StandIn services() {
        return services;
    }

    /** As a browser without a session would. */
    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process start(int port, Map<String, String> settings) throws IOException {
        var java = ProcessHandle.current().info().command().orElse("java");
        var builder = new ProcessBuilder(
                        java, "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.putAll(TestSystem.current().environment("portal"));
        environment.put("SERVER_PORT", Integer.toString(port));
        for (var service : new String[] {"CATALOG", "INGEST", "QUALITY", "ACCESS"}) {
            environment.put("DATAKADE_" + service + "_URL", services.address());
        }
        environment.putAll(settings);
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path jar() {
        var jar = Path.of(System.getProperty("portal.jar", "target/portal-0.1.0-SNAPSHOT.jar"));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing: run mvn -pl portal -am package first.");
        }
        return jar;
    }
}
