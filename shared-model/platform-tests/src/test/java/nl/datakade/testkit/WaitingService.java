package nl.datakade.testkit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Passes a point each time it is asked whether it is ready, and goes on doing so by itself once it has been. */
final class WaitingService {

    private WaitingService() {}

    static void main(String[] args) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(Integer.parseInt(System.getenv("SERVER_PORT"))), 0);
        var pace = Executors.newSingleThreadScheduledExecutor();
        server.createContext("/", exchange -> {
            pass();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            var _ = pace.scheduleAtFixedRate(WaitingService::pass, 0, 10, TimeUnit.MILLISECONDS);
        });
        server.start();
    }

    @SuppressWarnings("SystemOut")
    private static synchronized void pass() {
        System.out.println("passed");
    }
}
