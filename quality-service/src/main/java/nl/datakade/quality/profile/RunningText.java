package nl.datakade.quality.profile;

import java.sql.SQLException;
import java.util.List;
import nl.datakade.quality.semantic.Detection;
import nl.datakade.quality.semantic.PersonalText;
import nl.datakade.quality.semantic.ValueKind;

/** Reads every value of a text column that may hold something personal, so that three rows in a million are found too. */
final class RunningText {
    private static final int SHORTEST = 6;

    private RunningText() {}

    static List<Detection> personal(Engine engine, Overview.Figures column) throws SQLException {
        if (column.kind() != ValueKind.TEXT || column.longest() < SHORTEST) {
            return List.of();
        }
        var text = new PersonalText();
        engine.each(
                "SELECT %1$s, count(*) FROM measured WHERE regexp_matches(%1$s, %2$s) GROUP BY 1"
                        .formatted(column.sql(), Engine.literal(PersonalText.WORTH_READING)),
                row -> text.read(row.getString(1), row.getLong(2)));
        return text.found(column.filled());
    }
}
