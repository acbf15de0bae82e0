package nl.datakade.portal.query;

import nl.datakade.portal.api.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * The line of a statement where something is wrong, and a caret under the character.
 *
 * @param line from 1
 */
record Pointer(int line, String text, String caret) {

    static @Nullable Pointer in(String sql, @Nullable Trouble trouble) {
        if (trouble == null) {
            return null;
        }
        return trouble.errors().stream()
                .filter(place -> place.line() != null)
                .map(place -> at(sql, place.line(), place.column()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Pointer at(String sql, @Nullable Integer line, @Nullable Integer column) {
        var lines = sql.lines().toList();
        if (line == null || line < 1 || line > lines.size()) {
            return null;
        }
        var text = lines.get(line - 1);
        var before = column == null ? 0 : Math.clamp(column - 1L, 0, text.length());
        return new Pointer(line, text, text.substring(0, before).replaceAll("\\S", " ") + "^");
    }
}
