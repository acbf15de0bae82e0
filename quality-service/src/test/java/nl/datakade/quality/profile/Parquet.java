package nl.datakade.quality.profile;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Parquet files for tests, written from SQL. */
final class Parquet {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);

    private Parquet() {}

    static TableProfile profile(Path folder, String select) throws SQLException {
        var file = folder.resolve("part-0.parquet").toString();
        var columns = new ArrayList<ProfileRequest.Column>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
            try (var answer = statement.executeQuery("DESCRIBE SELECT * FROM '" + file + "'")) {
                while (answer.next()) {
                    columns.add(
                            new ProfileRequest.Column(columns.size() + 1, answer.getString(1), answer.getString(1)));
                }
            }
        }
        var table = new ProfileRequest.Table("tellingen", columns, List.of(file));
        return new Profiler(folder.resolve("temp"), "256MB")
                .profile(new ProfileRequest(AS_OF, List.of(table)))
                .tables()
                .getFirst();
    }
}
