package nl.datakade.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.datakade.contracts.disclosure.Ed25519;

/**
 * Passwords and keys of one local stack, made at first use and kept in a file that only its owner can read. Their names
 * are those of the environment variables that carry them.
 */
public final class Secrets {

    /** A placeholder of the realm file without a default: a secret that somebody must give. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(DATAKADE_SECRET_[A-Z0-9_]+)}");

    /** Letters and digits that a person does not mistake for one another. */
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    private Secrets(Path file) {
        this.file = file;
    }

    /** Reads what was kept under this state folder, if anything was. */
    public static Secrets in(Path state) {
        var secrets = new Secrets(state.resolve("secrets.properties"));
        secrets.read();
        return secrets;
    }

    /** The secret of this name, made now if it did not exist. */
    public String of(String name) {
        return of(name, Secrets::legible);
    }

    /** A key of 256 bits in base64, made now if it did not exist. */
    public String key(String name) {
        return of(name, Secrets::key);
    }

    /** A JSON Web Key Set with a key that signs, made now if it did not exist. */
    public String signingKeys(String name) {
        return of(name, SigningKeys::set);
    }

    /** A JSON Web Key Set with a key of Ed25519 that signs checkpoints, made now if it did not exist. */
    public String checkpointKeys(String name) {
        return of(name, () -> "{\"keys\":[" + Ed25519.newKey() + "]}");
    }

    private synchronized String of(String name, Supplier<String> maker) {
        if (!values.containsKey(name)) {
            read(); // another process may have made it, or others that must not be lost
        }
        var known = values.get(name);
        if (known != null) {
            return known;
        }
        var made = maker.get();
        values.put(name, made);
        write();
        return made;
    }

    public String ofClient(String clientId) {
        return of("DATAKADE_SECRET_" + upperSnake(clientId));
    }

    public String demoPassword() {
        return of("DATAKADE_DEMO_PASSWORD");
    }

    /** Every client secret that the realm file asks for, by the name of its placeholder. */
    Map<String, String> forRealm(String realm) {
        return PLACEHOLDER
                .matcher(realm)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .collect(Collectors.toMap(name -> name, this::of));
    }

    static String upperSnake(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** 24 characters of 31: more than a hundred bits. */
    private static String legible() {
        return RANDOM.ints(24, 0, LEGIBLE.length())
                .mapToObj(i -> LEGIBLE.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static String key() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void read() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            var kept = new Properties();
            kept.load(new StringReader(Files.readString(file)));
            kept.forEach((name, value) -> values.put((String) name, (String) value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        var text = values.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        PrivateFiles.write(file, text);
    }
}
