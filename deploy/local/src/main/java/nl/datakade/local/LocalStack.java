package nl.datakade.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The four backing services with their state in one folder. Any JVM that names the folder finds a running stack again,
 * whoever started it.
 */
public final class LocalStack {

    /** Those with a database schema of their own. */
    public static final List<String> SERVICES = List.of("ingest", "catalog", "quality", "access");

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final StackContext context;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final ObjectStore objectStore;
    private final KeycloakServer keycloak;

    private LocalStack(StackContext context) {
        this.context = context;
        this.postgres = new PostgresServer(context);
        this.kafka = new KafkaBroker(context);
        this.objectStore = new ObjectStore(context);
        this.keycloak = new KeycloakServer(context, postgres);
    }

    /** A stack whose data is kept; where it runs, on the ports it was started on. */
    public static LocalStack lasting(Path state, Ports wanted) {
        return in(state, wanted, false);
    }

    /** A stack for one run of tests: it does not wait for the disk. */
    public static LocalStack temporary(Path state, Ports wanted) {
        return in(state, wanted, true);
    }

    private static LocalStack in(Path state, Ports wanted, boolean temporary) {
        var folder = state.toAbsolutePath().normalize();
        var ports = PortsFile.in(folder).whileRunning(wanted);
        return new LocalStack(new StackContext(Checkout.root(), folder, ports, Secrets.in(folder), temporary));
    }

    public Path state() {
        return context.state();
    }

    public Ports ports() {
        return context.ports();
    }

    public Secrets secrets() {
        return context.secrets();
    }

    /** Starts what does not run yet, side by side, and returns when all of it answers. */
    public void start(Progress progress) {
        var missing = services().stream()
                .filter(service -> !process(service).isAlive())
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Machine.require(context.state(), 300L * missing.size(), 1500);
        context.ports()
                .requireFree(missing.stream()
                        .flatMap(service -> service.ports().stream())
                        .toList());
        // the broker and the object store write what they hold for every user of the machine
        PrivateFiles.closeFolder(context.state());
        PortsFile.in(context.state()).write(context.ports());
        startSideBySide(missing, progress);
    }

    /** The first that fails ends the others, which then need not be waited for. */
    private void startSideBySide(List<BackingService> missing, Progress progress) {
        var failure = new AtomicReference<@Nullable Throwable>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = new LinkedHashMap<String, CompletableFuture<Void>>();
            for (var service : missing) {
                var before = service.after().stream()
                        .map(started::get)
                        .filter(Objects::nonNull)
                        .toList();
                var start = CompletableFuture.runAsync(() -> start(service, before, progress), threads)
                        .exceptionally(cause -> {
                            if (failure.compareAndSet(null, cause)) {
                                missing.reversed().forEach(this::stop);
                            }
                            throw new CompletionException(cause);
                        });
                started.put(service.name(), start);
            }
        }
        var cause = failure.get();
        if (cause != null) {
            missing.reversed().forEach(this::stop);
            throw problem(cause);
        }
    }

    private static StackProblem problem(Throwable cause) {
        for (var each = cause; each != null; each = each.getCause()) {
            if (each instanceof StackProblem problem) {
                return problem;
            }
        }
        return new StackProblem("The backing services cannot be started: %s.".formatted(cause), cause);
    }

    private void start(BackingService service, List<CompletableFuture<Void>> before, Progress progress) {
        try {
            progress.starting(service.name());
            var begin = Instant.now();
            service.prepare();
            before.forEach(CompletableFuture::join);
            process(service).start(service.launch());
            process(service).awaitReady(service::isReady, PATIENCE);
            service.furnish();
            progress.ready(service.name(), service.url(), Duration.between(begin, Instant.now()));
        } catch (IOException e) {
            throw new StackProblem("%s cannot be prepared: %s.".formatted(service.name(), e.getMessage()), e);
        }
    }

    /** Stops all that runs, last started first. */
    public void stop(Progress progress) {
        for (var service : services().reversed()) {
            if (process(service).isAlive()) {
                stop(service);
                progress.stopped(service.name());
            }
        }
    }

    private void stop(BackingService service) {
        process(service).stop(service.stopSignal(), service.patience());
    }

    /** What each is, where, and whether it answers. */
    public List<ProcessStatus> status() {
        return services().stream()
                .map(service -> ProcessStatus.of(process(service), service.url(), service::isReady))
                .toList();
    }

    /** The environment variables that lead a service of this name to the stack, as a role and client of its own. */
    public Map<String, String> environment(String service) {
        var environment = new LinkedHashMap<>(addresses());
        environment.put("DATAKADE_CLIENT_ID", clientId(service));
        environment.put("DATAKADE_CLIENT_SECRET", context.secrets().ofClient(clientId(service)));
        if (SERVICES.contains(service)) {
            environment.put("DATAKADE_POSTGRES_USER", "datakade_" + service);
            environment.put(
                    "DATAKADE_POSTGRES_PASSWORD", context.secrets().of(PostgresServer.passwordVariable(service)));
        }
        return environment;
    }

    /** The environment variables that lead tests to the stack: as PostgreSQL's superuser, and with every client's secret. */
    public Map<String, String> environmentOfTests() {
        var environment = new LinkedHashMap<>(addresses());
        environment.put("DATAKADE_POSTGRES_USER", PostgresServer.SUPERUSER);
        environment.put("DATAKADE_POSTGRES_PASSWORD", postgres.password());
        environment.put("DATAKADE_DEMO_PASSWORD", context.secrets().demoPassword());
        environment.putAll(keycloak.clientSecrets());
        return environment;
    }

    private Map<String, String> addresses() {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("DATAKADE_POSTGRES_URL", postgres.url());
        addresses.put("DATAKADE_KAFKA", kafka.url());
        addresses.put("DATAKADE_S3_ENDPOINT", objectStore.url());
        addresses.put("DATAKADE_S3_ACCESS_KEY", objectStore.accessKey());
        addresses.put("DATAKADE_S3_SECRET_KEY", objectStore.secretKey());
        addresses.put("DATAKADE_S3_BUCKET", ObjectStore.BUCKET);
        addresses.put("DATAKADE_ISSUER", keycloak.issuer());
        return addresses;
    }

    private static String clientId(String service) {
        return SERVICES.contains(service) ? "service-" + service : service;
    }

    private ManagedProcess process(BackingService service) {
        return new ManagedProcess(context.state(), service.name());
    }

    private List<BackingService> services() {
        return List.of(postgres, kafka, objectStore, keycloak);
    }
}
