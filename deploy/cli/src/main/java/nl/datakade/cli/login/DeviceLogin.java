package nl.datakade.cli.login;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import nl.datakade.client.Answer;
import nl.datakade.client.Transport;
import nl.datakade.local.StackProblem;

/**
 * Signs a person in: the person opens a page in a browser and confirms a code there, while this program asks whether that
 * has happened (RFC 8628). No password passes through here, and who has read the code alone gets no token (RFC 7636).
 */
record DeviceLogin(Provider provider, Transport transport) {

    private static final String CLIENT = "cli";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final int USUAL_INTERVAL = 5;
    private static final int SLOWER = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * What the person has to confirm.
     *
     * @param page where, with the code filled in
     * @param verifier of which the provider knows the digest
     */
    record Code(String device, String user, String page, Duration interval, Instant ends, String verifier) {

        /** Device code and verifier together are worth a token. */
        @Override
        public String toString() {
            return "code " + user;
        }
    }

    Code ask() {
        var verifier = verifier();
        var answer = transport.post(
                Provider.NAME,
                provider.deviceAuthorization(),
                Map.of(
                        "client_id",
                        CLIENT,
                        "scope",
                        "openid",
                        "code_challenge",
                        challenge(verifier),
                        "code_challenge_method",
                        "S256"));
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
        var json = answer.json();
        return new Code(
                json.path("device_code").asString(),
                json.path("user_code").asString(),
                json.path("verification_uri_complete")
                        .asString(json.path("verification_uri").asString("")),
                Duration.ofSeconds(json.path("interval").asInt(USUAL_INTERVAL)),
                Instant.now().plusSeconds(json.path("expires_in").asInt(0)),
                verifier);
    }

    /** Returns when the person has confirmed the code. */
    SavedLogin await(Code code) {
        var interval = code.interval();
        while (Instant.now().isBefore(code.ends())) {
            LockSupport.parkNanos(interval.toNanos());
            var answer = transport.post(
                    Provider.NAME,
                    provider.token(),
                    Map.of(
                            "grant_type",
                            GRANT,
                            "client_id",
                            CLIENT,
                            "device_code",
                            code.device(),
                            "code_verifier",
                            code.verifier()));
            if (answer.isSuccess()) {
                return SavedLogin.of(provider.issuer(), answer);
            }
            switch (answer.json().path("error").asString("")) {
                case "authorization_pending" -> {}
                case "slow_down" -> interval = interval.plusSeconds(SLOWER);
                case "access_denied" -> throw new StackProblem("The sign-in was refused in the browser.");
                case "expired_token" -> throw tooLate();
                default -> throw refused(answer);
            }
        }
        throw tooLate();
    }

    /** The same login with a new access token; null when the person's session has ended. */
    @org.jspecify.annotations.Nullable
    SavedLogin refreshed(SavedLogin login) {
        var answer = transport.post(
                Provider.NAME,
                provider.token(),
                Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", login.refreshToken()));
        if (answer.isSuccess()) {
            return SavedLogin.of(provider.issuer(), answer);
        }
        if (answer.json().path("error").asString("").equals("invalid_grant")) {
            return null;
        }
        throw refused(answer);
    }

    /** Ends the session at the provider (RFC 7009). */
    void revoke(SavedLogin login) {
        var answer = transport.post(
                Provider.NAME,
                provider.revocation(),
                Map.of("client_id", CLIENT, "token", login.refreshToken(), "token_type_hint", "refresh_token"));
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
    }

    private static StackProblem tooLate() {
        return new StackProblem("Nobody confirmed the code in time: run ./datakade login again.");
    }

    private static StackProblem refused(Answer answer) {
        var json = answer.json();
        return new StackProblem("The identity provider refused with HTTP %d: %s."
                .formatted(
                        answer.status(),
                        json.path("error_description")
                                .asString(json.path("error").asString("it gave no reason"))));
    }

    private static String verifier() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
