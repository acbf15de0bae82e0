package nl.datakade.portal.visitor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The portal as Keycloak knows it. */
@Validated
@ConfigurationProperties("datakade.portal")
record KeycloakClient(
        @NotNull URI issuer,
        @NotBlank String clientId,
        @NotBlank String clientSecret) {

    /** Scheme, host and port, as a content security policy wants it. */
    String origin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
