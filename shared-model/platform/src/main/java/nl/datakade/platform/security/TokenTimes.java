package nl.datakade.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Whether a token is of now. Clocks differ, so a minute too early or too late is nothing; beyond that the one who sent it
 * learns which of the two it is, for a token "of the future" means that somebody's clock is wrong.
 */
final class TokenTimes implements OAuth2TokenValidator<Jwt> {

    static final String EXPIRED = "token-expired";
    static final String NOT_YET_VALID = "token-not-yet-valid";

    private static final Duration SKEW = Duration.ofSeconds(60);

    private final Clock clock;

    TokenTimes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var now = clock.instant();
        if (isBefore(token.getExpiresAt(), now.minus(SKEW))) {
            return OAuth2TokenValidatorResult.failure(new OAuth2Error(EXPIRED));
        }
        var latest = now.plus(SKEW);
        if (isAfter(token.getNotBefore(), latest) || isAfter(issuedAt(token), latest)) {
            return OAuth2TokenValidatorResult.failure(new OAuth2Error(NOT_YET_VALID));
        }
        return OAuth2TokenValidatorResult.success();
    }

    /** Where a token does not say it, Spring Security puts the second before it expires. */
    private static @Nullable Instant issuedAt(Jwt token) {
        var issued = token.getIssuedAt();
        var expires = token.getExpiresAt();
        return issued == null || (expires != null && issued.equals(expires.minusSeconds(1))) ? null : issued;
    }

    private static boolean isBefore(@Nullable Instant moment, Instant other) {
        return moment != null && moment.isBefore(other);
    }

    private static boolean isAfter(@Nullable Instant moment, Instant other) {
        return moment != null && moment.isAfter(other);
    }
}
