package nl.datakade.ingest.stream;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a request's observations stand in Kafka, to ask later whether they have landed. */
public record Position(int partition, long offset) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,6})-(\\d{1,18})");

    public static Optional<Position> parse(String text) {
        var shape = SHAPE.matcher(text);
        return shape.matches()
                ? Optional.of(new Position(Integer.parseInt(shape.group(1)), Long.parseLong(shape.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
