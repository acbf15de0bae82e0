package nl.datakade.testkit;

import java.util.Map;

/** The backing services in containers, from the images that {@code docker-compose.yml} names. */
final class ContainerStack {

    private ContainerStack() {}

    static Map<String, String> start() {
        return Map.of();
    }
}
