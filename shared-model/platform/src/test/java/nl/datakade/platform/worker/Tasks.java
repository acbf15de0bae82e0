package nl.datakade.platform.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;

/** Tasks that behave, and tasks that do not. */
final class Tasks {

    private Tasks() {}

    static final class Echo implements WorkerTask {
        @Override
        public void run(InputStream in, OutputStream out) throws IOException {
            in.transferTo(out);
        }
    }

    static final class Environment implements WorkerTask {
        @Override
        public void run(InputStream in, OutputStream out) throws IOException {
            var command = ProcessHandle.current().info().commandLine().orElse("");
            out.write((System.getenv() + "\n" + command).getBytes(StandardCharsets.UTF_8));
        }
    }

    static final class ProcessId implements WorkerTask {
        @Override
        public void run(InputStream in, OutputStream out) throws IOException {
            out.write(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8));
        }
    }

    static final class Refuse implements WorkerTask {
        @Override
        public void run(InputStream in, OutputStream out) throws IOException {
            out.write("half".getBytes(StandardCharsets.UTF_8));
            throw new IllegalStateException("line 3");
        }
    }

    static final class FillHeap implements WorkerTask {
        @Override
        public void run(InputStream in, OutputStream out) {
            var kept = new ArrayList<byte[]>();
            while (kept.size() < Integer.MAX_VALUE) {
                kept.add(new byte[1 << 20]);
            }
        }
    }

    static final class FillNative implements WorkerTask {
        @Override
        public void run(InputStream in, OutputStream out) throws SQLException {
            try (var engine = DriverManager.getConnection("jdbc:duckdb:");
                    var statement = engine.createStatement()) {
                statement.execute("set memory_limit = '64GB'");
                statement.execute(
                        "create table t as select range as n, repeat('x', 1000) || range from range(50000000)");
            }
        }
    }

    static final class Hang implements WorkerTask {
        @Override
        public void run(InputStream in, OutputStream out) throws Exception {
            out.write("begun".getBytes(StandardCharsets.UTF_8));
            out.flush();
            new CountDownLatch(1).await();
        }
    }

    static final class Crash implements WorkerTask {
        @Override
        @SuppressWarnings("restricted")
        public void run(InputStream in, OutputStream out) {
            var linker = Linker.nativeLinker();
            var abort = linker.downcallHandle(linker.defaultLookup().findOrThrow("abort"), FunctionDescriptor.ofVoid());
            try {
                abort.invokeExact();
            } catch (Throwable e) {
                throw new LinkageError("abort() returned", e);
            }
        }
    }

    static final class Flood implements WorkerTask {
        @Override
        public void run(InputStream in, OutputStream out) throws IOException {
            var piece = ByteBuffer.allocate(1 << 16).array();
            for (int i = 0; i < Integer.MAX_VALUE; i++) {
                out.write(piece);
            }
        }
    }

    static final class Select implements WorkerTask {
        @Override
        public void warmUp() throws IOException {
            run(InputStream.nullInputStream(), OutputStream.nullOutputStream());
        }

        @Override
        public void run(InputStream in, OutputStream out) throws IOException {
            try (var engine = DriverManager.getConnection("jdbc:duckdb:");
                    var statement = engine.createStatement();
                    var rows = statement.executeQuery("select 42")) {
                rows.next();
                out.write(rows.getInt(1));
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }
}
