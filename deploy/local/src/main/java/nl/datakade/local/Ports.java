package nl.datakade.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which port each process listens on. */
public final class Ports {

    private static final Map<String, Integer> STANDARD = standardPorts();

    private final Map<String, Integer> byName;

    private Ports(Map<String, Integer> byName) {
        this.byName = byName;
    }

    private static Map<String, Integer> standardPorts() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("postgres", 5432);
        ports.put("kafka", 9092);
        ports.put("kafka-controller", 9093);
        ports.put("s3", 9000);
        ports.put("keycloak", 8180);
        ports.put("ingest", 8081);
        ports.put("catalog", 8082);
        ports.put("quality", 8083);
        ports.put("access", 8084);
        ports.put("portal", 8080);
        return Collections.unmodifiableMap(ports);
    }

    /** The usual ports, each replaced by {@code DATAKADE_PORT_<NAME>} of the environment where that is set. */
    public static Ports standard(Map<String, String> environment) {
        var ports = new LinkedHashMap<>(STANDARD);
        ports.replaceAll((name, port) -> {
            var chosen = environment.get(variable(name));
            return chosen == null ? port : parse(name, chosen);
        });
        return new Ports(ports);
    }

    /** Ports that nothing listens on now. */
    public static Ports free() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            var ports = new LinkedHashMap<>(STANDARD);
            for (var name : STANDARD.keySet()) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                ports.put(name, socket.getLocalPort());
            }
            return new Ports(ports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    static Ports of(Map<String, Integer> byName) {
        var ports = new LinkedHashMap<>(STANDARD);
        ports.putAll(byName);
        return new Ports(ports);
    }

    public int of(String process) {
        var port = byName.get(process);
        if (port == null) {
            throw new IllegalArgumentException("No port is kept for " + process);
        }
        return port;
    }

    Map<String, Integer> byName() {
        return byName;
    }

    /** Fails with the remedy when another program listens on the port of one of these processes. */
    public void requireFree(List<String> processes) {
        for (var process : processes) {
            if (!isFree(of(process))) {
                throw new StackProblem(
                        "Port %d, wanted for %s, is in use: stop the program that listens there, or choose another with %s=<port>."
                                .formatted(of(process), process, variable(process)));
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int parse(String name, String text) {
        try {
            var port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, in the same sentence as a number out of range
        }
        throw new StackProblem("%s is \"%s\": give a port number from 1 to 65535.".formatted(variable(name), text));
    }

    private static String variable(String name) {
        return "DATAKADE_PORT_" + Secrets.upperSnake(name);
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
