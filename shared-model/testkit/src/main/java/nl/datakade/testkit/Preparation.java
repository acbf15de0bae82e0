package nl.datakade.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.datakade.local.Machine;

/** With which options a service's process starts: those that use an {@link AotCache}, where there is one. */
record Preparation(ServiceProcess.Starter starter) {

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private static final AotCache CACHE = AotCache.of(CLASS_PATH);

    private static final AtomicBoolean TRIED = new AtomicBoolean();

    List<String> options() {
        if (AotCache.isMadeFor(starter.service()) && !TRIED.getAndSet(true)) {
            makeOnce();
        }
        return CACHE.exists()
                ? List.of("-XX:AOTCache=" + CACHE.file(), "-Xlog:disable", "-cp", CACHE.classPath())
                : List.of("-cp", CLASS_PATH);
    }

    /** The JVMs that test one module at the same time wait for the first of them. */
    private void makeOnce() {
        try (var lock = CACHE.lock()) {
            if (lock.isOpen() && !CACHE.exists()) {
                make();
            }
        } catch (IOException e) {
            // without a cache, processes start more slowly, and no more than that
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In two steps, each waited for: what a service loads until it is ready is recorded, then the cache is made of that. */
    private void make() throws IOException, InterruptedException {
        CACHE.prepare();
        var recorder = new ServiceProcess.Starter(starter.service(), starter.mainClass(), starter.variables(), null)
                .launch(List.of(
                        "-XX:AOTMode=record",
                        "-XX:AOTConfiguration=" + CACHE.recording(),
                        "-Xlog:disable",
                        "-cp",
                        CACHE.classPath()));
        try (recorder) {
            recorder.awaitReadyOrDead();
        }
        var part = CACHE.file().resolveSibling("classes.part");
        if (assemble(part) == 0) {
            Files.move(part, CACHE.file());
        }
        Files.deleteIfExists(CACHE.recording());
    }

    private static int assemble(Path part) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Machine.java()));
        command.addAll(ServiceProcess.OPTIONS);
        command.addAll(List.of(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + CACHE.recording(),
                "-XX:AOTCache=" + part,
                "-cp",
                CACHE.classPath()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(CACHE.file().resolveSibling("make.log").toFile())
                .start()
                .waitFor();
    }
}
