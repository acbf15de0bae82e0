package nl.datakade.portal.api;

import org.jspecify.annotations.Nullable;

/** A part of a page: what a service answered, or why it did not. One of the two is there. */
public record Part<T>(@Nullable T value, @Nullable Trouble trouble) {

    static <T> Part<T> of(T value) {
        return new Part<>(value, null);
    }

    public static <T> Part<T> without(Trouble trouble) {
        return new Part<>(null, trouble);
    }

    public boolean isThere() {
        return value != null;
    }

    /** For a part without which there is no page. */
    public T orThrow() {
        if (value == null) {
            throw trouble == null ? new IllegalStateException("a part without value and trouble") : new NoPage(trouble);
        }
        return value;
    }
}
