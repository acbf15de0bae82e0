package nl.datakade.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class VerifiedTokensTests {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private final List<String> checked = new ArrayList<>();

    @Test
    void checksTheSameTokenOnceAMinute() {
        var tokens = tokens(START);
        tokens.decode("a");
        tokens.decode("a");
        tokens.decode("b");

        assertThat(checked).containsExactly("a", "b");
    }

    @Test
    void forgetsATokenThatHasExpired() {
        var now = new Moving(START);
        var tokens = new VerifiedTokens(token -> token(token, START.plusSeconds(20)), now);
        tokens.decode("a");

        now.instant = START.plusSeconds(19);
        tokens.decode("a");
        assertThat(checked).hasSize(1);
        now.instant = START.plusSeconds(20);
        tokens.decode("a");
        assertThat(checked).hasSize(2);
    }

    @Test
    void doesNotRememberWhatWasRefused() {
        var tokens = new VerifiedTokens(
                token -> {
                    checked.add(token);
                    throw new BadJwtException("refused");
                },
                Clock.fixed(START, ZoneOffset.UTC));

        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        assertThat(checked).hasSize(2);
    }

    private VerifiedTokens tokens(Instant now) {
        return new VerifiedTokens(
                token -> token(token, now.plus(Duration.ofMinutes(15))), Clock.fixed(now, ZoneOffset.UTC));
    }

    private Jwt token(String value, Instant expires) {
        checked.add(value);
        return Jwt.withTokenValue(value)
                .header("alg", "none")
                .subject("s")
                .expiresAt(expires)
                .build();
    }

    private static final class Moving extends Clock {

        private Instant instant;

        Moving(Instant start) {
            this.instant = start;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return instant;
        }
    }
}
