package nl.datakade.quality.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import nl.datakade.platform.worker.WorkerTask;
import nl.datakade.quality.profile.ProfileRequest;
import nl.datakade.quality.profile.Profiler;
import tools.jackson.databind.json.JsonMapper;

/** Measures tables in a process of its own, for a crash of the engine or a bomb of a file is a finding, not an outage. */
final class ProfileTask implements WorkerTask {
    static final int HEAP_MEGABYTES = 128;
    private static final int JAVA_MEGABYTES = HEAP_MEGABYTES + 150;

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What the process is asked.
     *
     * @param memoryMegabytes of the process as a whole
     */
    record Order(long memoryMegabytes, ProfileRequest request) {

        /** What is left for the engine; beyond half of that it spills to disk. */
        String engineMemory() {
            return Math.max(128, (memoryMegabytes - JAVA_MEGABYTES) / 2) + "MB";
        }
    }

    @Override
    public void run(InputStream in, OutputStream out) throws IOException, SQLException {
        var order = JSON.readValue(in.readAllBytes(), Order.class);
        var temp = Path.of(System.getProperty("java.io.tmpdir"), "spill");
        var profile = new Profiler(temp, order.engineMemory()).profile(order.request());
        out.write(JSON.writeValueAsBytes(profile));
    }

    @Override
    public void warmUp() throws IOException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            connection.createStatement().close();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
