package nl.datakade.platform.call;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * As whom a service calls another.
 *
 * @param issuer of the realm that gives its token
 * @param clientId of the service's own client
 * @param clientSecret empty where the service calls nobody as itself
 */
@Validated
@ConfigurationProperties("datakade.call")
record CallProperties(
        @NotNull URI issuer,
        @NotBlank String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout) {

    String tokenUri() {
        return issuer + "/protocol/openid-connect/token";
    }
}
