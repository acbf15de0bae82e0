package nl.datakade.cli.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.datakade.client.Client;
import nl.datakade.client.Platform;
import nl.datakade.client.Somebody;
import nl.datakade.client.Tokens;
import nl.datakade.local.LocalStack;
import nl.datakade.local.Ports;
import nl.datakade.local.Secrets;
import picocli.CommandLine.Command;

/**
 * What the script behind the command line runs once for each build, while the JVM writes down which classes a call needs:
 * a token and a request, of a server of its own. It reads no file of the checkout's state, and writes none.
 */
@Command(name = "rehearse", hidden = true, description = "Go through a call, so that the next ones start faster.")
public final class RehearseCommand implements Callable<Integer> {

    private static final byte[] ANSWER =
            "{\"access_token\":\"rehearsed\",\"expires_in\":300}".getBytes(StandardCharsets.UTF_8);

    public RehearseCommand() {}

    @Override
    public Integer call() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, ANSWER.length);
                exchange.getResponseBody().write(ANSWER);
            }
        });
        server.start();
        var folder = Files.createTempDirectory("datakade-rehearsal-");
        try {
            var ports = LocalStack.lasting(folder, Ports.standard(Map.of())).ports();
            var address = "http://localhost:" + server.getAddress().getPort();
            var platform = new Platform(
                    Map.of(
                            "DATAKADE_URL",
                            address,
                            "DATAKADE_ISSUER",
                            address + "/realms/datakade",
                            "DATAKADE_DEMO_PASSWORD",
                            "rehearsed"),
                    ports,
                    Secrets.in(folder));
            new Tokens(platform).of(new Somebody.User("steward"));
            return Client.of(platform, new Somebody.User("steward"))
                            .get("/catalog/v1/datasets")
                            .isSuccess()
                    ? 0
                    : 1;
        } finally {
            server.stop(0);
            Files.delete(folder);
        }
    }
}
