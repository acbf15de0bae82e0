package nl.datakade.source.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LinkPagingTests {

    private static final HttpUrl FIRST = HttpUrl.get("https://example.nl/collections/bomen/items");
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void theNextPageIsThatOfItsLinkAsJson() {
        assertThat(next("""
                {"rel":"next","type":"text/html","href":"http://["},
                {"rel":"next","type":"application/geo+json","href":"items?offset=10"}""")).hasToString("https://example.nl/collections/bomen/items?offset=10");
    }

    @Test
    void withoutALinkItIsTheLastPage() {
        assertThat(next("{\"rel\":\"self\",\"href\":\"items\"}")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[", "https://example.nl:poort/items", "ftp://example.nl/items", "urn:next"})
    void aLinkThatLeadsNowhereIsNotTheLastPage(String href) {
        assertThatExceptionOfType(PullFailure.class)
                .isThrownBy(() -> next("{\"rel\":\"next\",\"href\":\"%s\"}".formatted(href)))
                .satisfies(failure -> assertThat(failure.isPassing()).isFalse())
                .extracting(PullFailure::reason)
                .isEqualTo("paging-not-honoured");
    }

    private static @Nullable HttpUrl next(String links) {
        var facts = (ObjectNode) JSON.readTree("{\"links\":[" + links + "]}");
        return new LinkPaging(FIRST).next(new Paging.Page(FIRST, 10, 10, -1, facts));
    }
}
