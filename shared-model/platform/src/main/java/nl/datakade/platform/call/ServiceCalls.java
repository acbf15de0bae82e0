package nl.datakade.platform.call;

import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AbstractOAuth2Token;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Makes clients for another service; whatever fails is a {@link RestClientException}. */
public final class ServiceCalls {

    private final ClientHttpRequestFactory requests;
    private final OwnToken own;

    ServiceCalls(ClientHttpRequestFactory requests, CallProperties properties, Clock clock) {
        this.requests = requests;
        this.own = new OwnToken(RestClient.builder().requestFactory(requests).build(), properties, clock);
    }

    /** With the token of this service's own client. */
    public RestClient asItself(String baseUrl) {
        return client(baseUrl)
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().setBearerAuth(own.value());
                    return execution.execute(request, body);
                })
                .build();
    }

    /** With the token of the request that is being served, so that the other service decides for that person. */
    public RestClient asCaller(String baseUrl) {
        return client(baseUrl)
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().set(HttpHeaders.AUTHORIZATION, "Bearer " + callersToken());
                    return execution.execute(request, body);
                })
                .build();
    }

    private RestClient.Builder client(String baseUrl) {
        return RestClient.builder().requestFactory(requests).baseUrl(baseUrl);
    }

    private static String callersToken() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getCredentials() instanceof AbstractOAuth2Token token) {
            return token.getTokenValue();
        }
        throw new RestClientException("There is no caller with a token");
    }
}
