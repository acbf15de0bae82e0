package nl.datakade.quality.semantic;

import org.jspecify.annotations.Nullable;

/** Recognises one meaning in a column by itself. */
@FunctionalInterface
interface Detector {
    @Nullable
    Detection detect(ColumnSample column);
}
