package nl.datakade.quality.semantic;

import java.util.List;

/**
 * What the detectors see of a column: its name, and distinct values chosen by hash, so that the same data gives the
 * same sample.
 *
 * @param filled rows with a value
 * @param values every distinct value when {@code complete}, else about two thousand of them
 */
public record ColumnSample(
        int columnId, ColumnName name, ValueKind kind, long filled, boolean complete, List<SampledValue> values) {

    /** A value and the number of rows that hold it. */
    public record SampledValue(String text, long rows) {}
}
