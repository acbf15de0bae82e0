package nl.datakade.portal.api;

import java.util.ArrayList;
import java.util.function.IntFunction;

/** Every page of a list of which a part would be taken for all there is, such as the purposes that can be chosen. */
public final class Whole {

    /** Of a hundred each; a list for choosing from that is longer needs a search, not more pages. */
    private static final int MOST_PAGES = 50;

    private Whole() {}

    /**
     * Asks until there is nothing more.
     *
     * @param ask for the page with this number, from 1
     */
    public static <T> Listing<T> of(IntFunction<Listing<T>> ask) {
        var last = ask.apply(1);
        var items = new ArrayList<>(last.items());
        while (last.hasNext() && !last.items().isEmpty() && last.page() < MOST_PAGES) {
            last = ask.apply(last.page() + 1);
            items.addAll(last.items());
        }
        return new Listing<>(items, 1, Math.max(1, items.size()), last.total());
    }
}
