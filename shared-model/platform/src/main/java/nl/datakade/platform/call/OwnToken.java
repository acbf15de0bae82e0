package nl.datakade.platform.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The access token of the service's own client, asked for again shortly before it expires. */
final class OwnToken {

    private static final long MARGIN_SECONDS = 30;

    private final RestClient keycloak;
    private final CallProperties properties;
    private final Clock clock;
    private @Nullable String value;
    private Instant until = Instant.MIN;

    OwnToken(RestClient keycloak, CallProperties properties, Clock clock) {
        this.keycloak = keycloak;
        this.properties = properties;
        this.clock = clock;
    }

    private record Issued(
            @JsonProperty("access_token") @Nullable String token,
            @JsonProperty("expires_in") long seconds) {}

    synchronized String value() {
        var known = value;
        if (known != null && clock.instant().isBefore(until)) {
            return known;
        }
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", properties.clientId());
        form.add("client_secret", properties.clientSecret());
        var issued = keycloak.post()
                .uri(properties.tokenUri())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(Issued.class);
        if (issued == null || issued.token() == null) {
            throw new RestClientException("Keycloak answered without a token");
        }
        value = issued.token();
        until = clock.instant().plusSeconds(issued.seconds() - MARGIN_SECONDS);
        return issued.token();
    }
}
