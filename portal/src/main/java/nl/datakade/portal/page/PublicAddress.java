package nl.datakade.portal.page;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where people reach the portal.
 *
 * @param url the address that they type, of the proxy where there is one
 * @param secure whether cookies are for encrypted connections only; as the address says when it is not set
 */
@Validated
@ConfigurationProperties("datakade.portal")
record PublicAddress(@NotNull URI url, @Nullable Boolean secure) {

    /** Whether a browser may send the portal's cookies over an encrypted connection only. */
    boolean isEncrypted() {
        return secure == null ? "https".equalsIgnoreCase(url.getScheme()) : secure;
    }
}
