package nl.datakade.cli.stack;

import java.util.List;
import nl.datakade.cli.build.Module;

/**
 * One of the five services.
 *
 * @param heapMiB what it may use; native engines and worker processes come on top
 * @param hot whether it works through bytes or values itself, and is worth the optimising compiler's time and memory
 */
public record Service(String name, Module module, int heapMiB, boolean hot) {

    /** In the order in which they are best started and, reversed, stopped. */
    public static final List<Service> ALL = List.of(
            new Service("ingest", Module.INGEST, 256, true),
            new Service("catalog", Module.CATALOG, 192, false),
            new Service("quality", Module.QUALITY, 192, true),
            new Service("access", Module.ACCESS, 192, false),
            new Service("portal", Module.PORTAL, 128, false));
}
