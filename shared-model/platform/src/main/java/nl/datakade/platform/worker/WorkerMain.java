package nl.datakade.platform.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** The worker process: takes one task after the other from standard input, until that closes. */
final class WorkerMain {

    private static final int LONGEST_MESSAGE = 8_000;

    private final DataInputStream in;
    private final DataOutputStream out;

    private WorkerMain(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Arguments: the classes of the tasks to warm up. */
    static void main(String[] warmUps) throws Exception {
        // the pipe belongs to the frames; whatever prints goes to standard error
        System.setOut(System.err);
        endWithTheParent();
        var worker = new WorkerMain(
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), Frame.LARGEST)),
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), Frame.LARGEST)));
        for (var name : warmUps) {
            task(name).warmUp();
        }
        worker.send(Frame.Kind.READY, new byte[0]);
        worker.serve();
    }

    /** A task that does not read its input would not see standard input close. */
    private static void endWithTheParent() {
        var parent = ProcessHandle.current().parent();
        if (parent.isPresent()) {
            var _ = parent.get().onExit().thenRun(() -> Runtime.getRuntime().halt(1));
        }
    }

    private void serve() throws IOException {
        while (true) {
            Frame frame;
            try {
                frame = Frame.read(in);
            } catch (EOFException closed) {
                return;
            }
            run(new String(frame.content(), UTF_8));
        }
    }

    private void run(String name) throws IOException {
        var input = new FramedInput(in);
        var output = new FramedOutput(out);
        try {
            task(name).run(input, output);
            output.flush();
            input.last();
            send(Frame.Kind.END, new byte[0]);
        } catch (Exception e) {
            output.flush();
            input.last();
            var report = (e.getClass().getName() + "\n" + e.getMessage()).getBytes(UTF_8);
            send(Frame.Kind.FAILURE, Arrays.copyOf(report, Math.min(report.length, LONGEST_MESSAGE)));
        }
    }

    private static WorkerTask task(String name) throws ReflectiveOperationException {
        var constructor = Class.forName(name).asSubclass(WorkerTask.class).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private void send(Frame.Kind kind, byte[] content) throws IOException {
        Frame.write(out, kind, content, 0, content.length);
        out.flush();
    }
}
