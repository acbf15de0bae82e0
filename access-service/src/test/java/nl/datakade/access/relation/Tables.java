package nl.datakade.access.relation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import nl.datakade.contracts.ingest.VersionState;

/** Parquet objects in a folder, written by a query. */
final class Tables implements RawObjects {

    private final Path folder;

    Tables(Path folder) {
        this.folder = folder;
    }

    List<VersionState.Part> write(String key, String query) {
        var file = folder.resolve(key);
        try (var engine = DriverManager.getConnection("jdbc:duckdb:");
                var statement = engine.createStatement()) {
            statement.execute("copy (" + query + ") to '" + file + "' (format parquet)");
            var sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return List.of(new VersionState.Part(
                    key, 0, Files.size(file), HexFormat.of().formatHex(sha256)));
        } catch (SQLException | IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream open(String key) {
        try {
            return Files.newInputStream(folder.resolve(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
