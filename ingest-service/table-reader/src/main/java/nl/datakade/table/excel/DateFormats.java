package nl.datakade.table.excel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which number formats of Excel show a date or time. */
final class DateFormats {

    private DateFormats() {}

    static boolean isDate(@Nullable String format) {
        if (format == null) {
            return false;
        }
        var plain = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]", "").toLowerCase(Locale.ROOT);
        return !plain.startsWith("general")
                && (plain.matches("(?s).*[dy].*") || plain.matches("(?s).*h.*m.*|.*m.*s.*"));
    }
}
