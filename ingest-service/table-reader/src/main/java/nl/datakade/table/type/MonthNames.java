package nl.datakade.table.type;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The months in full, in Dutch and English. */
final class MonthNames {

    static final Set<String> ALL = Stream.of(Locale.of("nl"), Locale.ENGLISH)
            .flatMap(locale -> Arrays.stream(Month.values())
                    .map(month -> month.getDisplayName(TextStyle.FULL, locale).toLowerCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());

    private MonthNames() {}
}
