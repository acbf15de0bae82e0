package nl.datakade.source.pull;

import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How the pages of a kind hang together. */
interface Paging {

    /**
     * A page that was read.
     *
     * @param records on it
     * @param read on it and all before it
     * @param total as announced, -1 when it was not
     * @param facts what else it said of itself: its small members, by name
     */
    record Page(HttpUrl url, long records, long read, long total, ObjectNode facts) {}

    HttpUrl first();

    /** The members that lead to the array of records, from the top. */
    List<String> path();

    /** The member that tells how many records there are in all. */
    String total();

    /** How many records there are in all, where that was asked beforehand; -1 when the pages tell. */
    long announced();

    /** What is asked for in Accept. */
    String accept();

    /** None after the last. */
    @Nullable
    HttpUrl next(Page page);
}
