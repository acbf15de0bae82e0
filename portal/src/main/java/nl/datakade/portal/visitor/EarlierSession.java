package nl.datakade.portal.visitor;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.web.util.WebUtils;

/**
 * A cookie that proves that somebody has signed in with this browser, after the session itself has ended: only who could
 * have had a form of ours may have one kept. It says when that was and not who it was, and opens nothing.
 */
final class EarlierSession {

    static final String COOKIE = "datakade-earlier";

    private static final Duration BELIEVED = Duration.ofDays(7);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    /** Instances of the portal have the same secret, also after a start. */
    EarlierSession(String secret, Clock clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    void prove(HttpServletRequest request, HttpServletResponse response) {
        var signedIn = Long.toString(clock.instant().getEpochSecond());
        var cookie = new Cookie(COOKIE, signedIn + "." + sealOf(signedIn));
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.getServletContext().getSessionCookieConfig().isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    boolean isProvedBy(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && isProof(cookie.getValue());
    }

    private boolean isProof(String value) {
        var parts = value.split("\\.", 2);
        if (parts.length < 2 || !parts[0].matches("[0-9]{1,12}")) {
            return false;
        }
        var sealed = MessageDigest.isEqual(
                sealOf(parts[0]).getBytes(StandardCharsets.UTF_8), parts[1].getBytes(StandardCharsets.UTF_8));
        var age = clock.instant().getEpochSecond() - Long.parseLong(parts[0]);
        return sealed && age <= BELIEVED.toSeconds();
    }

    private String sealOf(String signedIn) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal((COOKIE + " " + signedIn).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
