package nl.datakade.contracts.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That the log held so many records at a moment, and what the last one's hash was: a JSON Web Signature in compact form
 * (RFC 7515) with EdDSA. Whoever keeps one finds later that records before it were changed or cut off.
 *
 * @param log whose log it is: the city's base URI
 * @param forged the first numbers of records up to there that the service did not write; what was written before and after
 *     them is signed for all the same, or one of them would put an end to checkpoints
 * @param key the id of the key that signed
 * @param compact the signed text
 */
public record Checkpoint(
        String log, long sequence, String hash, Instant at, List<Long> forged, String key, String compact) {

    /** No more numbers of forged records stand in a checkpoint. */
    public static final int MOST_FORGED = 100;

    /** Finds checkpoints in any text: files of them, answers of the service, log lines. */
    public static final Pattern COMPACT =
            Pattern.compile("eyJ[A-Za-z0-9_-]{10,400}\\.eyJ[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{86}");

    private static final Pattern HEADER_FORM = Pattern.compile(
            "\\{\"alg\":\"EdDSA\",\"typ\":\"datakade-checkpoint\",\"kid\":\"([A-Za-z0-9_.-]{1,100})\"}");
    private static final Pattern STATEMENT_FORM = Pattern.compile(
            "\\{\"iss\":\"([^\"\\\\]{1,300})\","
                    + "\"sequence\":(0|[1-9][0-9]{0,17}),\"hash\":\"([0-9a-f]{64})\",\"at\":\"([0-9TZ:.-]{20,30})\"(?:,\"forged\":\\[([0-9]{1,18}(?:,[0-9]{1,18}){0,99})])?}");

    /** Signs that the log is so now. */
    public static Checkpoint sign(
            String log, long sequence, String hash, Instant at, List<Long> forged, String key, PrivateKey privateKey) {
        var statement = "{\"iss\":\"%s\",\"sequence\":%d,\"hash\":\"%s\",\"at\":\"%s\"%s}"
                .formatted(log, sequence, hash, at, forged.isEmpty() ? "" : ",\"forged\":" + text(forged));
        var signed = text("{\"alg\":\"EdDSA\",\"typ\":\"datakade-checkpoint\",\"kid\":\"%s\"}".formatted(key)) + "."
                + text(statement);
        var signature = Base64.getUrlEncoder().withoutPadding().encodeToString(Ed25519.sign(privateKey, signed));
        return new Checkpoint(log, sequence, hash, at, List.copyOf(forged), key, signed + "." + signature);
    }

    /** What a compact text says, when one of these keys signed exactly that; empty otherwise. */
    public static Optional<Checkpoint> verified(String compact, Map<String, PublicKey> keys) {
        var parts = compact.strip().split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var header = HEADER_FORM.matcher(new String(decoded(parts[0]), UTF_8));
            var statement = STATEMENT_FORM.matcher(new String(decoded(parts[1]), UTF_8));
            if (!header.matches() || !statement.matches()) {
                return Optional.empty();
            }
            var key = keys.get(header.group(1));
            var signature = decoded(parts[2]);
            if (key == null || !Ed25519.verifies(key, parts[0] + "." + parts[1], signature)) {
                return Optional.empty();
            }
            return Optional.of(new Checkpoint(
                    statement.group(1),
                    Long.parseLong(statement.group(2)),
                    statement.group(3),
                    Instant.parse(statement.group(4)),
                    forged(statement.group(5)),
                    header.group(1),
                    compact.strip()));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Only as it was written: the last character could hold bits that mean nothing. */
    private static byte[] decoded(String text) {
        var bytes = Base64.getUrlDecoder().decode(text);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("not in its one form");
        }
        return bytes;
    }

    private static List<Long> forged(@Nullable String numbers) {
        return numbers == null
                ? List.of()
                : Arrays.stream(numbers.split(",", -1)).map(Long::valueOf).toList();
    }

    private static String text(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private static String text(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
