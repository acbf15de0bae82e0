package nl.datakade.quality.profile;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import nl.datakade.quality.profile.TableProfile.CoordinateAgreement;
import nl.datakade.quality.semantic.Detection;
import nl.datakade.quality.semantic.SemanticType;
import org.jspecify.annotations.Nullable;

/** Compares the RD and WGS84 coordinates of the same rows, where a table has both: two statements about one place. */
final class Coordinates {
    private static final int SAMPLE = 5_000;
    private static final double SAME_PLACE_METRES = 10;

    private Coordinates() {}

    static @Nullable CoordinateAgreement agreement(
            Engine engine, List<Overview.Figures> columns, Map<Integer, List<Detection>> meanings) throws SQLException {
        var x = column(columns, meanings, SemanticType.RD_X);
        var y = column(columns, meanings, SemanticType.RD_Y);
        var longitude = column(columns, meanings, SemanticType.LONGITUDE);
        var latitude = column(columns, meanings, SemanticType.LATITUDE);
        if (x == null || y == null || longitude == null || latitude == null) {
            return null;
        }
        var oneIn = Math.max(1, columns.getFirst().rows() / SAMPLE);
        var sql = ("SELECT CAST(%1$s AS DOUBLE), CAST(%2$s AS DOUBLE), CAST(%3$s AS DOUBLE), CAST(%4$s AS DOUBLE)"
                        + " FROM measured WHERE %1$s IS NOT NULL AND %2$s IS NOT NULL AND %3$s IS NOT NULL AND %4$s IS NOT NULL"
                        + " AND hash(%1$s, %2$s) %% " + oneIn + " = 0")
                .formatted(x, y, longitude, latitude);
        var distances = engine.all(
                sql,
                row -> Rijksdriehoek.metresBetween(
                        row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)));
        return distances.isEmpty()
                ? null
                : new CoordinateAgreement(
                        distances.size(),
                        distances.stream()
                                .filter(metres -> metres <= SAME_PLACE_METRES)
                                .count());
    }

    private static @Nullable String column(
            List<Overview.Figures> columns, Map<Integer, List<Detection>> meanings, SemanticType type) {
        return columns.stream()
                .filter(column -> meanings.getOrDefault(column.column().id(), List.of()).stream()
                        .anyMatch(meaning -> meaning.type() == type))
                .map(column -> Engine.quoted(column.column().name()))
                .findFirst()
                .orElse(null);
    }
}
