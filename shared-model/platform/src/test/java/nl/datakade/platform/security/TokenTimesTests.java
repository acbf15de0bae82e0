package nl.datakade.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenTimesTests {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final TokenTimes times = new TokenTimes(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void clocksThatDifferByLessThanAMinuteDoNotMatter() {
        assertThat(verdict(token -> token.issuedAt(NOW.plusSeconds(59))
                        .notBefore(NOW.plusSeconds(59))
                        .expiresAt(NOW.plusSeconds(900))))
                .isEqualTo("good");
        assertThat(verdict(token -> token.issuedAt(NOW.minusSeconds(900)).expiresAt(NOW.minusSeconds(59))))
                .isEqualTo("good");
    }

    @Test
    void whatIsFurtherOffIsToldApart() {
        assertThat(verdict(token -> token.issuedAt(NOW.minusSeconds(900)).expiresAt(NOW.minusSeconds(61))))
                .isEqualTo(TokenTimes.EXPIRED);
        assertThat(verdict(token -> token.issuedAt(NOW).notBefore(NOW.plusSeconds(61))))
                .isEqualTo(TokenTimes.NOT_YET_VALID);
        assertThat(verdict(token -> token.issuedAt(NOW.plusSeconds(61)).expiresAt(NOW.plusSeconds(900))))
                .isEqualTo(TokenTimes.NOT_YET_VALID);
    }

    @Test
    void aTokenThatDoesNotSayWhenItWasIssuedIsNotOfTheFuture() {
        assertThat(verdict(token -> token.issuedAt(NOW.plusSeconds(899)).expiresAt(NOW.plusSeconds(900))))
                .isEqualTo("good");
        assertThat(verdict(token -> token.subject("s"))).isEqualTo("good");
    }

    private String verdict(Consumer<Jwt.Builder> claims) {
        var token = Jwt.withTokenValue("t").header("alg", "RS256").claim("aud", "datakade");
        claims.accept(token);
        return times.validate(token.build()).getErrors().stream()
                .map(OAuth2Error::getErrorCode)
                .findFirst()
                .orElse("good");
    }
}
