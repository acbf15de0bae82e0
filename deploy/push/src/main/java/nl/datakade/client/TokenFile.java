package nl.datakade.client;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import nl.datakade.local.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of earlier calls, in a file that only its owner can read, so that a script that calls the command line
 * many times signs in once in some minutes.
 */
record TokenFile(Path file) {

    /** What this machine's scripts keep under the state folder. */
    static TokenFile in(Path state) {
        return new TokenFile(state.resolve("tokens.properties"));
    }

    /** The token of this name, unless it is about to expire; null when there is none. */
    @Nullable
    AccessToken find(String name) {
        var kept = read().getProperty(name);
        return kept == null ? null : valid(kept);
    }

    /** Keeps the token, and drops those that have expired. Of two calls at the same moment, the later one counts. */
    void keep(String name, AccessToken token) {
        var tokens = read();
        tokens.values().removeIf(kept -> valid((String) kept) == null);
        tokens.setProperty(name, token.ends().getEpochSecond() + " " + token.value());
        try {
            var text = new StringWriter();
            tokens.store(text, null);
            PrivateFiles.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable AccessToken valid(String kept) {
        var parts = kept.split(" ", 2);
        var token = new AccessToken(parts[1], Instant.ofEpochSecond(Long.parseLong(parts[0])));
        return token.isValid() ? token : null;
    }

    private Properties read() {
        var tokens = new Properties();
        if (Files.exists(file)) {
            try {
                tokens.load(new StringReader(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return tokens;
    }
}
