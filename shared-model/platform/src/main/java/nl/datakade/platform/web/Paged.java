package nl.datakade.platform.web;

import java.util.List;

/** One page of a list, and how many there are in all. */
public record Paged<T>(List<T> items, int page, int pageSize, long total) {

    public static <T> Paged<T> of(List<T> items, Page page, long total) {
        return new Paged<>(items, page.page(), page.pageSize(), total);
    }
}
