package nl.datakade.source.pull;

import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Pages by the number of the first record.
 *
 * @param first the first page without an offset
 * @param offset the parameter that says where to begin
 * @param size records asked for on a page
 */
record OffsetPaging(
        HttpUrl first, String offset, int size, List<String> path, String total, long announced, String accept)
        implements Paging {

    @Override
    public HttpUrl first() {
        return at(0);
    }

    @Override
    public @Nullable HttpUrl next(Page page) {
        var goesOn = page.facts().path("exceededTransferLimit").asBoolean(false)
                || page.facts().path("properties").path("exceededTransferLimit").asBoolean(false)
                || (page.total() < 0 ? page.records() >= size : page.read() < page.total());
        return goesOn && page.records() > 0 ? at(page.read()) : null;
    }

    private HttpUrl at(long record) {
        return first.newBuilder()
                .setQueryParameter(offset, Long.toString(record))
                .build();
    }
}
