package nl.datakade.access.disclosure;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.datakade.access.key.Keyring;
import nl.datakade.contracts.disclosure.Checkpoint;
import nl.datakade.contracts.disclosure.Ed25519;
import nl.datakade.platform.city.City;
import nl.datakade.platform.key.KeyFile;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keys that sign checkpoints, apart from the secret that seals: the first signs, the others still verify. */
@Component
public class CheckpointKeys {

    private static final JsonMapper JSON = new JsonMapper();

    private final String log;
    private final Keyring keyring;
    private final String signingId;
    private final PrivateKey signing;
    private final Map<String, String> published = new LinkedHashMap<>();
    private final Map<String, PublicKey> verifying = new LinkedHashMap<>();

    CheckpointKeys(LogProperties properties, City city, Keyring keyring) {
        this.log = city.baseUri().toString();
        this.keyring = keyring;
        var set = parse(
                properties.keys().isBlank()
                        ? KeyFile.kept(properties.keysFile(), () -> "{\"keys\":[" + Ed25519.newKey() + "]}")
                        : properties.keys());
        for (var key : set.path("keys")) {
            var id = key.path("kid").asString("");
            var x = key.path("x").asString("");
            if (!id.matches("[A-Za-z0-9_.-]{1,100}")) {
                throw unusable();
            }
            published.put(id, x);
            verifying.put(id, Ed25519.publicKey(x));
        }
        var first = set.path("keys").path(0);
        if (first.path("d").asString("").isEmpty()) {
            throw unusable();
        }
        this.signingId = first.path("kid").asString();
        this.signing = Ed25519.privateKey(first.path("d").asString());
        if (verified(sign(0, "0".repeat(64), Instant.EPOCH, List.of()).compact())
                .isEmpty()) {
            throw unusable();
        }
    }

    private static JsonNode parse(String set) {
        try {
            return JSON.readTree(set);
        } catch (JacksonException e) {
            throw unusable(); // the cause holds keys
        }
    }

    private static IllegalStateException unusable() {
        return new IllegalStateException(
                "datakade.access.log.keys (DATAKADE_LOG_KEYS) must be a JSON Web Key Set of Ed25519"
                        + " keys with a kid, the first with its private part: ./datakade log-keys makes one");
    }

    Checkpoint sign(long sequence, String hash, Instant at, List<Long> forged) {
        return Checkpoint.sign(log, sequence, hash, at, forged, signingId, signing);
    }

    /** What a signed text says, when it is a checkpoint of this log. */
    public Optional<Checkpoint> verified(String compact) {
        return Checkpoint.verified(compact, verifying)
                .filter(found -> found.log().equals(log));
    }

    String log() {
        return log;
    }

    /** What anybody needs to verify the log: public keys as a JSON Web Key Set, whose log it is, and which keys sealed. */
    public Map<String, Object> published() {
        var keys = published.entrySet().stream()
                .map(key -> Map.of(
                        "kty",
                        "OKP",
                        "crv",
                        "Ed25519",
                        "use",
                        "sig",
                        "alg",
                        "EdDSA",
                        "kid",
                        key.getKey(),
                        "x",
                        key.getValue()))
                .toList();
        return Map.of("log", log, "keys", keys, "seals", List.copyOf(new java.util.TreeSet<>(keyring.ids())));
    }
}
