package nl.datakade.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.ingest.VersionState.Outcome;
import nl.datakade.contracts.ingest.VersionState.Part;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.testkit.TestEvents;
import org.springframework.boot.test.context.TestComponent;

/** Puts real Parquet in the bucket and announces it, as ingest would. */
@TestComponent
public class Deliveries {
    private final ObjectStore store;

    Deliveries(ObjectStore store) {
        this.store = store;
    }

    /** Announces a version with one table made by a query, and returns what was announced. */
    public VersionState deliver(UUID dataset, int version, String select) {
        var state = stored(dataset, version, select);
        TestEvents.publish(state);
        return state;
    }

    /** As {@link #deliver}, of a dataset that is fed by observations. */
    public VersionState observe(UUID dataset, int version, String select) {
        var state = stored(dataset, version, select, "streams/%s/%s.parquet".formatted(dataset, UUID.randomUUID()));
        TestEvents.publish(state);
        return state;
    }

    /** As {@link #deliver}, but says nothing. */
    public VersionState stored(UUID dataset, int version, String select) {
        return stored(
                dataset,
                version,
                select,
                "tables/%s/%d/1/tellingen/part-%s.parquet".formatted(dataset, version, UUID.randomUUID()));
    }

    private VersionState stored(UUID dataset, int version, String select, String key) {
        try {
            var file = Files.createTempFile("part", ".parquet");
            Files.delete(file);
            var columns = new ArrayList<String>();
            long rows;
            try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                    var statement = connection.createStatement()) {
                statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
                try (var answer = statement.executeQuery("DESCRIBE SELECT * FROM '" + file + "'")) {
                    while (answer.next()) {
                        columns.add(answer.getString(1) + " " + answer.getString(2));
                    }
                }
                try (var answer = statement.executeQuery("SELECT count(*) FROM '" + file + "'")) {
                    answer.next();
                    rows = answer.getLong(1);
                }
            }
            var sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
            store.put(key, "application/vnd.apache.parquet", file);
            var part = new Part(key, rows, Files.size(file), sha256);
            Files.delete(file);
            return Given.version(
                    dataset,
                    version,
                    Outcome.READ,
                    Given.table("tellingen", rows, List.of(part), columns.toArray(String[]::new)));
        } catch (IOException | SQLException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
