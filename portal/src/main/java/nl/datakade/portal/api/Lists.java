package nl.datakade.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a service left out of its answer is a list of nothing. */
final class Lists {

    private Lists() {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
