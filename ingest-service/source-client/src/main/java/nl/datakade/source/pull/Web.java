package nl.datakade.source.pull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import nl.datakade.source.network.CheckedHttp;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests of one pull: with its credentials where they belong, and with failures told apart. */
@Component
class Web {

    private final CheckedHttp http;

    Web(CheckedHttp http) {
        this.http = http;
    }

    static HttpUrl url(Order order) {
        return HttpUrl.get(order.origin().address().toString());
    }

    /** The answer with a status below 400, 304 included; the caller closes. */
    Response get(HttpUrl url, Order order, Map<String, String> headers) throws IOException {
        var own = CheckedHttp.isSameOrigin(url, url(order)) ? secret(order.credentials()) : Headers.EMPTY;
        var answer = http.get(url, Headers.of(headers), own);
        if (answer.code() < 400) {
            return answer;
        }
        try (answer) {
            throw failure(answer);
        }
    }

    /** What an address answers, to be read to its end; the caller closes. */
    InputStream open(HttpUrl url, Order order, String accept) throws IOException {
        return get(url, order, Map.of("Accept", accept)).body().byteStream();
    }

    private static PullFailure failure(Response answer) {
        return switch (answer.code()) {
            case 401, 403, 407 -> PullFailure.lasting("credentials-refused");
            case 404, 410 -> PullFailure.lasting("not-found");
            case 408, 425, 429, 500, 502, 503, 504 -> {
                var after = retryAfter(answer);
                yield after == null ? PullFailure.passing("remote-error") : PullFailure.passing("remote-error", after);
            }
            default -> PullFailure.lasting("request-refused");
        };
    }

    private static @Nullable Duration retryAfter(Response answer) {
        var field = answer.header("Retry-After", "");
        return field != null && field.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(field)) : null;
    }

    private static Headers secret(@Nullable Credentials credentials) {
        if (credentials == null) {
            return Headers.EMPTY;
        }
        return switch (credentials.type()) {
            case BASIC ->
                Headers.of(
                        "Authorization",
                        okhttp3.Credentials.basic(
                                credentials.username() == null ? "" : credentials.username(),
                                credentials.secret(),
                                StandardCharsets.UTF_8));
            case BEARER -> Headers.of("Authorization", "Bearer " + credentials.secret());
            case API_KEY ->
                Headers.of(credentials.header() == null ? "X-Api-Key" : credentials.header(), credentials.secret());
            case S3, SSH_KEY -> Headers.EMPTY;
        };
    }
}
