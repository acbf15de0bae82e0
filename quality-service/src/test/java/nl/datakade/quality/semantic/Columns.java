package nl.datakade.quality.semantic;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.datakade.quality.semantic.ColumnSample.SampledValue;

/** Columns for tests, with made-up values. */
final class Columns {
    private Columns() {}

    static ColumnSample text(int id, String name, String... values) {
        return of(id, name, ValueKind.TEXT, List.of(values));
    }

    static ColumnSample of(int id, String name, ValueKind kind, int count, IntFunction<String> value) {
        return of(
                id,
                name,
                kind,
                IntStream.range(0, count).mapToObj(value).distinct().toList());
    }

    static ColumnSample of(int id, String name, ValueKind kind, List<String> values) {
        return new ColumnSample(
                id,
                ColumnName.of(name),
                kind,
                values.size(),
                true,
                values.stream().map(value -> new SampledValue(value, 1)).toList());
    }

    /** A number that passes the 11-test, in the range 9999… that is never handed out. */
    static String bsn(int index) {
        for (var number = 999_900_000 + index * 10; ; number++) {
            if (Checks.isBsn(Integer.toString(number))) {
                return Integer.toString(number);
            }
        }
    }
}
