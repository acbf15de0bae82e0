package nl.datakade.platform.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkersTests {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final byte[] NOTHING = {};

    /** One for all, for the engine is unpacked in it once. */
    @TempDir
    static Path directory;

    private Workers workers;

    @BeforeEach
    void start() {
        workers = pool(1, 1, 100);
    }

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void streamsMoreThanTheHeapHoldsThroughATask() throws IOException {
        long size = 100L << 20;
        try (var call = workers.call(Tasks.Echo.class, new RandomBytes(size), LONG)) {
            var expected = new RandomBytes(size);
            var part = new byte[1 << 16];
            long read = 0;
            for (int n = call.output().read(part); n >= 0; n = call.output().read(part)) {
                assertThat(Arrays.mismatch(part, 0, n, expected.readNBytes(n), 0, n))
                        .isEqualTo(-1);
                read += n;
            }
            assertThat(call.outcome()).isEqualTo(new WorkerOutcome.Completed());
            assertThat(read).isEqualTo(size);
        }
    }

    @Test
    void tellsWhatATaskThrewAfterTheOutputItGave() throws IOException {
        var output = new ByteArrayOutputStream();
        var outcome = workers.run(Tasks.Refuse.class, NOTHING, output, LONG);
        assertThat(outcome).isEqualTo(new WorkerOutcome.Failed("java.lang.IllegalStateException", "line 3"));
        assertThat(output).hasToString("half");
    }

    @Test
    void survivesAFullHeap() {
        assertThat(outcomeOf(Tasks.FillHeap.class, LONG)).isEqualTo(new WorkerOutcome.OutOfMemory());
        assertThat(outcomeOf(Tasks.Select.class, LONG)).isEqualTo(new WorkerOutcome.Completed());
    }

    @Test
    void survivesANativeEngineThatTakesAllMemory() {
        assertThat(outcomeOf(Tasks.FillNative.class, LONG))
                .isInstanceOfAny(WorkerOutcome.OutOfMemory.class, WorkerOutcome.Failed.class);
        assertThat(outcomeOf(Tasks.Select.class, LONG)).isEqualTo(new WorkerOutcome.Completed());
    }

    @Test
    void endsWhatTakesTooLong() {
        var bound = Duration.ofMillis(300);
        assertThat(outcomeOf(Tasks.Hang.class, bound)).isEqualTo(new WorkerOutcome.TimedOut(bound));
        assertThat(outcomeOf(Tasks.Select.class, LONG)).isEqualTo(new WorkerOutcome.Completed());
    }

    @Test
    void survivesACrash() {
        assertThat(outcomeOf(Tasks.Crash.class, LONG)).isEqualTo(new WorkerOutcome.Crashed(134));
        assertThat(outcomeOf(Tasks.Select.class, LONG)).isEqualTo(new WorkerOutcome.Completed());
    }

    @Test
    void endsATaskWhoseCallerStopsReading() throws IOException {
        var call = workers.call(Tasks.Flood.class, NOTHING, LONG);
        assertThat(call.output().readNBytes(10)).hasSize(10);
        call.close();
        assertThat(call.outcome()).isEqualTo(new WorkerOutcome.Cancelled());
        assertThat(outcomeOf(Tasks.Select.class, LONG)).isEqualTo(new WorkerOutcome.Completed());
    }

    @Test
    void endsATaskWhoseInputBreaksOff() {
        var broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("the store hung up");
            }
        };
        try (var call = workers.call(Tasks.Echo.class, broken, LONG)) {
            assertThat(call.outcome()).isEqualTo(new WorkerOutcome.Failed("java.io.IOException", "the store hung up"));
        }
    }

    @Test
    void ignoresInputTheTaskDoesNotRead() {
        try (var call = workers.call(Tasks.Select.class, new RandomBytes(5 << 20), LONG)) {
            assertThat(call.outcome()).isEqualTo(new WorkerOutcome.Completed());
        }
        assertThat(outcomeOf(Tasks.Echo.class, LONG)).isEqualTo(new WorkerOutcome.Completed());
    }

    @Test
    void reusesAProcessUntilItHasDoneItsTasks() throws IOException {
        try (var few = pool(1, 1, 2)) {
            var first = processId(few);
            assertThat(processId(few)).isEqualTo(first);
            assertThat(processId(few)).isNotEqualTo(first);
        }
    }

    @Test
    void letsACallerWaitNoLongerThanItsPatience() throws IOException {
        try (var call = workers.call(Tasks.Hang.class, NOTHING, LONG)) {
            assertThat(call.output().read()).isEqualTo('b');
            assertThatThrownBy(() -> workers.call(Tasks.Echo.class, NOTHING, LONG))
                    .isInstanceOf(WorkersBusyException.class);
        }
    }

    @Test
    void givesTheProcessNothingOfTheEnvironment() throws IOException {
        var output = new ByteArrayOutputStream();
        workers.run(Tasks.Environment.class, NOTHING, output, LONG);
        assertThat(output.toString(StandardCharsets.UTF_8)).doesNotContain("HOME=", "PATH=", "JAVA_HOME", "DATAKADE");
    }

    @Test
    void endsItsProcessesAndRemovesTheirFoldersWhenClosed() throws IOException {
        long pid = Long.parseLong(processId(workers));
        workers.close();
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void endsItsProcessesWhenTheServiceIsKilled() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var service = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Service.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long pid;
        try (var said = service.inputReader(StandardCharsets.UTF_8)) {
            pid = Long.parseLong(said.readLine());
        }
        var worker = ProcessHandle.of(pid).orElseThrow();
        service.destroyForcibly();
        assertThat(worker.onExit()).succeedsWithin(LONG);
    }

    @Test
    void removesWhatAKilledServiceLeft() throws IOException {
        var left = Files.createDirectories(directory.resolve("instance-of-the-dead/worker-1"));
        pool(1, 0, 1).close();
        assertThat(left.getParent()).doesNotExist();
    }

    @Test
    void unpacksTheEngineOnceForAllProcesses() throws IOException {
        outcomeOf(Tasks.Select.class, LONG);
        try (var files = Files.walk(directory)) {
            assertThat(files.filter(file -> file.toString().contains("libduckdb")))
                    .hasSize(1);
        }
    }

    /** A service of its own, to be killed while its worker does not listen. */
    static final class Service {
        static void main(String[] arguments) throws IOException {
            var bounds = WorkerBounds.small(Path.of(arguments[0]));
            try (var pool = new Workers(bounds, List.of());
                    var call = pool.call(Tasks.Hang.class, NOTHING, LONG)) {
                call.output().readNBytes(5);
                System.out.println(call.worker().pid());
                System.out.flush();
                call.outcome();
            }
        }
    }

    private WorkerOutcome outcomeOf(Class<? extends WorkerTask> task, Duration bound) {
        try (var call = workers.call(task, NOTHING, bound)) {
            return call.outcome();
        }
    }

    private static String processId(Workers pool) throws IOException {
        var output = new ByteArrayOutputStream();
        pool.run(Tasks.ProcessId.class, NOTHING, output, LONG);
        return output.toString(StandardCharsets.UTF_8);
    }

    private Workers pool(int processes, int warm, int tasks) {
        return new Workers(
                new WorkerBounds(
                        processes, warm, tasks, 48, 400, Duration.ofMillis(500), Duration.ofMinutes(1), directory),
                List.of(Tasks.Select.class));
    }

    /** The same bytes every time. */
    private static final class RandomBytes extends InputStream {
        private final Random random = new Random(7);
        private long left;

        RandomBytes(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? random.nextInt(256) : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            for (int i = 0; i < length; i++) {
                int next = read();
                if (next < 0) {
                    return i == 0 ? -1 : i;
                }
                bytes[offset + i] = (byte) next;
            }
            return length;
        }
    }
}
