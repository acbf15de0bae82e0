package nl.datakade.cli.demo;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import nl.datakade.cli.api.Client;
import nl.datakade.cli.api.Platform;
import nl.datakade.cli.stack.TemporarySystem;

/** The five services as they are shipped, started once for all tests. */
final class SystemUnderTest {

    private static final TemporarySystem SYSTEM = start();

    private SystemUnderTest() {}

    static Client client() {
        return SYSTEM.client();
    }

    static Platform platform() {
        return SYSTEM.platform();
    }

    private static TemporarySystem start() {
        var system = TemporarySystem.start(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        return system;
    }
}
