package nl.datakade.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.datakade.local.Checkout;
import nl.datakade.local.HttpProbe;
import nl.datakade.local.LocalStack;
import nl.datakade.local.Machine;
import nl.datakade.local.ManagedProcess;
import nl.datakade.local.Ports;
import nl.datakade.local.ProcessStatus;
import nl.datakade.local.Progress;
import nl.datakade.local.StackProblem;

/** The nine processes of this checkout: four that back it and the five deployables. */
public final class LocalSystem {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final LocalStack stack;
    private final Staging staging;
    private final Map<String, String> settings;

    private LocalSystem(LocalStack stack, Map<String, String> settings) {
        this.stack = stack;
        this.settings = settings;
        this.staging = new Staging(Checkout.root(), stack.state());
    }

    public static LocalSystem here() {
        return new LocalSystem(LocalStack.lasting(Checkout.state(), Ports.standard(System.getenv())), Map.of());
    }

    /**
     * The services upon backing services that run elsewhere than the demo's, such as those of a measurement.
     *
     * @param settings environment variables for every service, over the usual ones
     */
    public static LocalSystem on(LocalStack stack, Map<String, String> settings) {
        return new LocalSystem(stack, settings);
    }

    public LocalStack stack() {
        return stack;
    }

    /** Starts what does not run yet and returns when all of it answers. */
    public void start(Progress progress) {
        start(Service.ALL, progress);
    }

    /** The same for some of the services. */
    public void start(List<Service> wanted, Progress progress) {
        var missing =
                wanted.stream().filter(service -> !process(service).isAlive()).toList();
        missing.forEach(service -> service.module().jar(Checkout.root()));
        stack.ports().requireFree(missing.stream().map(Service::name).toList());
        Machine.require(stack.state(), 200L * missing.size(), 500);
        stack.start(progress);
        // as many side by side as there are processors: more would only make each of them late
        try (var threads =
                Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()))) {
            var starts = missing.stream()
                    .map(service -> CompletableFuture.runAsync(() -> start(service, progress), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(starts).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackProblem problem ? problem : e;
        }
    }

    private void start(Service service, Progress progress) {
        progress.starting(service.name());
        var begin = Instant.now();
        createFolder(service);
        process(service).start(launch(service).launch());
        process(service).awaitReady(() -> isReady(service), PATIENCE);
        progress.ready(service.name(), url(service), Duration.between(begin, Instant.now()));
    }

    private void createFolder(Service service) {
        try {
            Files.createDirectories(stack.state().resolve("work").resolve(service.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it takes to start a service, from a staged copy of its present build. */
    ServiceLaunch launch(Service service) {
        return new ServiceLaunch(service, staging.stage(service.name(), service.module()), stack, settings);
    }

    /** Stops the services, each finishing what it is at, and then what backs them. */
    public void stop(Progress progress) {
        Training.stop(this);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(Service.ALL.stream()
                            .map(service -> CompletableFuture.runAsync(() -> stop(service, progress), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        stack.stop(progress);
    }

    private void stop(Service service, Progress progress) {
        if (process(service).isAlive()) {
            process(service).stop("TERM", FAREWELL);
            progress.stopped(service.name());
        }
    }

    public List<ProcessStatus> status() {
        return Stream.concat(
                        stack.status().stream(),
                        Service.ALL.stream()
                                .map(service ->
                                        ProcessStatus.of(process(service), url(service), () -> isReady(service))))
                .toList();
    }

    /** A process by its name, whether it runs or not. */
    ManagedProcess process(String name) {
        return new ManagedProcess(stack.state(), name);
    }

    public String url(Service service) {
        return "http://localhost:" + stack.ports().of(service.name());
    }

    private boolean isReady(Service service) {
        return HttpProbe.isOk(url(service) + "/actuator/health/readiness");
    }

    private ManagedProcess process(Service service) {
        return process(service.name());
    }
}
