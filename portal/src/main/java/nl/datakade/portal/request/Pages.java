package nl.datakade.portal.request;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Which part of each list is looked at, as it stands in the address of the page. */
record Pages(
        @Nullable Integer waiting,
        @Nullable Integer own,
        @Nullable Integer grants,
        @Nullable Integer others) {

    int of(@Nullable Integer page) {
        return page == null || page < 1 ? 1 : page;
    }

    /** The address with another page of one of the lists. */
    public String to(String list, int page) {
        var address = UriComponentsBuilder.fromPath("/requests");
        if (waiting != null) {
            address.queryParam("waiting", waiting);
        }
        if (own != null) {
            address.queryParam("own", own);
        }
        if (grants != null) {
            address.queryParam("grants", grants);
        }
        if (others != null) {
            address.queryParam("others", others);
        }
        return address.replaceQueryParam(list, page).fragment(list).build().toUriString();
    }
}
