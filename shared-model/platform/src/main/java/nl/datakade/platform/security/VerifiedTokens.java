package nl.datakade.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a minute which tokens were verified: a client sends the same one with every request, and checking its
 * signature costs more than many a request itself. A token is never good for longer than it says.
 */
final class VerifiedTokens implements JwtDecoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private record Verified(Jwt token, Instant until) {}

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Map<String, Verified> verified = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MOST;
        }
    });

    VerifiedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        var known = verified.get(token);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.token();
        }
        var decoded = decoder.decode(token);
        verified.put(token, new Verified(decoded, until(decoded)));
        return decoded;
    }

    private Instant until(Jwt token) {
        var remembered = clock.instant().plus(REMEMBERED);
        var expires = token.getExpiresAt();
        return expires != null && expires.isBefore(remembered) ? expires : remembered;
    }
}
