package nl.datakade.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.datakade.local.Launch;
import nl.datakade.local.LocalStack;
import nl.datakade.local.Machine;

/** How a service's process is started: small, on this machine only, and from what was learnt of an earlier start. */
record ServiceLaunch(Service service, Path folder, LocalStack stack, Map<String, String> settings) {

    private static final String WORK_DIR = "DATAKADE_WORK_DIR";

    Launch launch() {
        var command = command();
        if (Files.exists(cache())) {
            command.add("-XX:AOTCache=" + cache());
        }
        command.addAll(List.of("-jar", folder.resolve(Staging.JAR).toString()));
        return new Launch(command, environment());
    }

    /**
     * Starts until everything is wired, without serving, and then writes the cache: classes loaded and linked, so that
     * the next start takes a quarter of the time and less memory. The service may be running beside it, so it works in
     * a folder of its own.
     */
    Launch training() {
        var command = command();
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + fresh(),
                "-Dspring.context.exit=onRefresh",
                "-jar",
                folder.resolve(Staging.JAR).toString()));
        var environment = environment();
        environment.put(WORK_DIR, trainingWork().toString());
        return new Launch(command, environment);
    }

    /** Puts what a training wrote into use; nothing when it was broken off. */
    void keepTraining() {
        try {
            if (Files.exists(fresh())) {
                Files.move(fresh(), cache(), StandardCopyOption.ATOMIC_MOVE);
            }
            removeTrainingWork();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process of the training may still be ending; what stays is removed after the next one. */
    private void removeTrainingWork() {
        try {
            Staging.delete(trainingWork());
        } catch (UncheckedIOException e) {
            // it holds nothing that anybody needs
        }
    }

    private Path trainingWork() {
        return stack.state().resolve("work").resolve("training-" + service.name());
    }

    private Path fresh() {
        return folder.resolve("training.aot");
    }

    boolean isTrained() {
        return Files.exists(cache());
    }

    /** A cache is bound to one JDK and its options. */
    private Path cache() {
        var options = Objects.hash(Runtime.version().toString(), command());
        return folder.resolve("app-%08x.aot".formatted(options));
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Machine.java(),
                "-Xms32m",
                "-Xmx" + service.heapMiB() + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:TrimNativeHeapInterval=5000",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (!service.hot()) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        return command;
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(stack.environment(service.name()));
        for (var other : Service.ALL) {
            environment.put("DATAKADE_%s_URL".formatted(other.name().toUpperCase(java.util.Locale.ROOT)), url(other));
        }
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(stack.ports().of(service.name())));
        environment.put(
                WORK_DIR, stack.state().resolve("work").resolve(service.name()).toString());
        if (service.name().equals("ingest")) {
            environment.put("DATAKADE_RECEIPT_KEYS", stack.secrets().signingKeys("DATAKADE_RECEIPT_KEYS"));
            environment.put("DATAKADE_SOURCE_KEYS", stack.secrets().key("DATAKADE_SOURCE_KEYS"));
        }
        if (service.name().equals("access")) {
            environment.put("DATAKADE_ACCESS_KEY", stack.secrets().key("DATAKADE_ACCESS_KEY"));
        }
        environment.putAll(settings);
        return environment;
    }

    private String url(Service other) {
        return "http://localhost:" + stack.ports().of(other.name());
    }
}
