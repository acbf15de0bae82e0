package nl.datakade.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.datakade.local.HttpProbe;
import nl.datakade.local.Machine;
import nl.datakade.local.Ports;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A service in a process of its own, on this run's database, bucket and topics, that can be killed or told to die at a
 * point; start it again to see what it makes of what it finds.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Beside the other results of the module's tests. */
    private static final Path LOGS = Path.of("target", "processes");

    static final List<String> OPTIONS = List.of(
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+EnableDynamicAgentLoading",
            "-Djdk.attach.allowAttachSelf=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Process process;
    private final Path log;
    private final String url;

    private ServiceProcess(Process process, Path log, String url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /** Not started yet: the main class of a service of that name. */
    public static Starter of(String service, String mainClass) {
        return new Starter(service, mainClass, Map.of(), null);
    }

    /** What is to be started. */
    public record Starter(
            String service,
            String mainClass,
            Map<String, String> variables,
            @Nullable CrashPoint crashPoint) {

        public Starter with(String variable, String value) {
            var more = new HashMap<>(variables);
            more.put(variable, value);
            return new Starter(service, mainClass, Map.copyOf(more), crashPoint);
        }

        public Starter dyingAt(CrashPoint point) {
            return new Starter(service, mainClass, variables, point);
        }

        /** Starts it and returns when it is ready to serve, or has died before that. */
        public ServiceProcess start() {
            var started = launch(new Preparation(this).options());
            started.awaitReadyOrDead();
            return started;
        }

        /** With these options of the JVM, a class path among them. */
        ServiceProcess launch(List<String> options) {
            try {
                var port = Ports.free().of(service);
                var log = Files.createTempFile(Files.createDirectories(LOGS), service + "-", ".log");
                var builder = new ProcessBuilder(command(options))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
                builder.environment().putAll(TestSystem.current().environment(service));
                builder.environment().putAll(variables);
                builder.environment().put("SERVER_PORT", Integer.toString(port));
                var process = builder.start();
                Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
                return new ServiceProcess(process, log, "http://localhost:" + port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<String> command(List<String> options) {
            var command = new ArrayList<String>();
            command.add(Machine.java());
            command.addAll(OPTIONS);
            command.addAll(options);
            command.addAll(List.of(CrashingMain.class.getName(), mainClass));
            if (crashPoint != null) {
                command.addAll(crashPoint.parts());
            }
            return command;
        }
    }

    public String url() {
        return url;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * From now on it dies at this point; what passed it before does not count. For a process that has just got over the
     * death of another one: to start one more for each point takes far longer than what is tested. One point a process.
     */
    public void dieAt(CrashPoint point) {
        var line = String.join(" ", point.parts());
        try (var input = process.outputWriter()) {
            input.write(line);
            input.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> logged().contains(CrashingMain.ARMED + line));
    }

    /** Waits until it has died at its point. */
    public void awaitCrash() {
        if (!endsWithin(PATIENCE)) {
            throw new AssertionError("It is still alive; its log is " + log);
        }
        if (process.exitValue() != CrashPoint.EXIT) {
            throw new AssertionError(
                    "It ended with %d, not at its crash point:%n%s".formatted(process.exitValue(), logged()));
        }
    }

    /** Kills it as the kernel would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** What it has logged so far. */
    public String logged() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, as an operator would. */
    @Override
    public void close() {
        process.destroy();
        if (!endsWithin(PATIENCE)) {
            kill();
        }
    }

    void awaitReadyOrDead() {
        var readiness = url + "/actuator/health/readiness";
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!HttpProbe.isOk(readiness) && !endsWithin(Duration.ofMillis(100))) {
            if (System.nanoTime() > deadline) {
                kill();
                throw new AssertionError("Not ready after %s:%n%s".formatted(PATIENCE, logged()));
            }
        }
        if (!process.isAlive() && process.exitValue() != CrashPoint.EXIT) {
            throw new AssertionError("It ended with %d:%n%s".formatted(process.exitValue(), logged()));
        }
    }

    private boolean endsWithin(Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
