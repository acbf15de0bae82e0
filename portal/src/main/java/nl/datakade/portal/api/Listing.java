package nl.datakade.portal.api;

import java.util.List;
import java.util.Objects;

/** One page of a list, as every service answers it. */
public record Listing<T>(List<T> items, int page, int pageSize, long total) {

    public Listing {
        items = Objects.requireNonNullElse(items, List.of());
    }

    public int pages() {
        return pageSize < 1 ? 1 : (int) Math.max(1, (total + pageSize - 1) / pageSize);
    }

    /** Is this page past the last one, because the list became shorter or somebody typed its number? */
    public boolean isBeyond() {
        return items.isEmpty() && page > pages();
    }

    public boolean hasNext() {
        return page < pages();
    }

    public boolean hasPrevious() {
        return page > 1;
    }
}
