package nl.datakade.access.statement;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A place in a statement, both from 1. */
public record Position(int line, int column) {

    /** From an offset in bytes, as the engine counts; null when the engine names no place. */
    public static @Nullable Position ofByte(String sql, long offset) {
        var bytes = sql.getBytes(StandardCharsets.UTF_8);
        if (offset < 0 || offset > bytes.length) {
            return null;
        }
        var before = new String(bytes, 0, (int) offset, StandardCharsets.UTF_8);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return new Position(line, column);
    }
}
