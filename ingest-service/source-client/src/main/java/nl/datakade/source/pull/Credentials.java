package nl.datakade.source.pull;

import org.jspecify.annotations.Nullable;

/**
 * What a host asks for.
 *
 * @param username of a person or service; of S3 the access key
 * @param secret password, token, key or secret key; of SSH the private key as OpenSSH writes it
 * @param header in which an API key stands
 * @param passphrase of the private key
 */
public record Credentials(
        Type type,
        @Nullable String username,
        String secret,
        @Nullable String header,
        @Nullable String passphrase) {

    public enum Type {
        BASIC,
        BEARER,
        API_KEY,
        S3,
        SSH_KEY
    }

    /** Nothing of it may get into a log. */
    @Override
    public String toString() {
        return "Credentials[" + type + "]";
    }
}
