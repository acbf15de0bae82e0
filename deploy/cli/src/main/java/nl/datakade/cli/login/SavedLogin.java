package nl.datakade.cli.login;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Properties;
import nl.datakade.client.AccessToken;
import nl.datakade.client.Answer;
import nl.datakade.local.PrivateFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is signed in on this machine, in a file that only its owner can read.
 *
 * @param refreshToken with which a new access token is asked for, as long as the person's session lasts
 */
record SavedLogin(URI issuer, AccessToken access, String refreshToken) {

    /** Of what the token endpoint returned. */
    static SavedLogin of(URI issuer, Answer granted) {
        var json = granted.json();
        return new SavedLogin(
                issuer,
                AccessToken.issued(
                        json.path("access_token").asString(),
                        json.path("expires_in").asInt(0),
                        Instant.now()),
                json.path("refresh_token").asString());
    }

    /** Null when nobody is signed in. */
    static @Nullable SavedLogin read(Path state) {
        var file = file(state);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            var kept = new Properties();
            kept.load(new StringReader(Files.readString(file)));
            return new SavedLogin(
                    URI.create(kept.getProperty("issuer")),
                    new AccessToken(
                            kept.getProperty("access-token"),
                            Instant.ofEpochSecond(Long.parseLong(kept.getProperty("access-token-ends")))),
                    kept.getProperty("refresh-token"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path state) {
        var kept = new Properties();
        kept.setProperty("issuer", issuer.toString());
        kept.setProperty("access-token", access.value());
        kept.setProperty("access-token-ends", Long.toString(access.ends().getEpochSecond()));
        kept.setProperty("refresh-token", refreshToken);
        try {
            var text = new StringWriter();
            kept.store(text, null);
            PrivateFiles.write(file(state), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path state) {
        try {
            Files.deleteIfExists(file(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user name, as the provider put it into the token. */
    String userName() {
        var parts = access.value().split("\\.", -1);
        JsonNode claims = parts.length < 2
                ? new JsonMapper().createObjectNode()
                : new JsonMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        return claims.path("preferred_username").asString("somebody");
    }

    private static Path file(Path state) {
        return state.resolve("login.properties");
    }

    /** Its tokens are secrets. */
    @Override
    public String toString() {
        return "login at " + issuer;
    }
}
