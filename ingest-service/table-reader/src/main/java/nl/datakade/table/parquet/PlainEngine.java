package nl.datakade.table.parquet;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The engine's own reader of CSV, to compare with. */
public final class PlainEngine {

    private PlainEngine() {}

    /** Seconds to turn a file into Parquet with nothing given, or null when it cannot. */
    public static @Nullable Double secondsToConvert(Path from, Path to) {
        long start = System.nanoTime();
        try (var connection = Engine.connect();
                var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv(" + Sql.text(from.toString()) + ")) TO "
                    + Sql.text(to.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
            return (System.nanoTime() - start) / 1e9;
        } catch (SQLException cannot) {
            return null;
        }
    }
}
