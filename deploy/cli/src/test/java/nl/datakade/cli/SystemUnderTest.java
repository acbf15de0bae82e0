package nl.datakade.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.datakade.cli.stack.TemporarySystem;
import nl.datakade.client.Client;
import nl.datakade.client.Platform;

/** The five services as they are shipped, started once for all tests. */
public final class SystemUnderTest {

    private static final TemporarySystem SYSTEM = start();

    private SystemUnderTest() {}

    public static TemporarySystem system() {
        return SYSTEM;
    }

    public static Client client() {
        return SYSTEM.client();
    }

    public static Platform platform() {
        return SYSTEM.platform();
    }

    private static TemporarySystem start() {
        var system = TemporarySystem.start(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                // what a kill leaves behind is then seen at once
                Map.of("DATAKADE_BALANCE_SETTLING", "0s"));
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        return system;
    }
}
