package nl.datakade.access.disclosure;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import nl.datakade.access.key.Keyring;
import nl.datakade.contracts.disclosure.LogRecord;

/**
 * Whether this service wrote a record. Anybody who may insert can link a record to the chain; only who has the service's
 * secret can seal one.
 */
final class Seals {

    /** What its key is derived for. */
    static final String USE = "disclosure-seal";

    private final Keyring keyring;
    private final Map<String, byte[]> keys = new HashMap<>();

    Seals(Keyring keyring) {
        this.keyring = keyring;
    }

    boolean genuine(LogRecord record) {
        var key =
                keys.computeIfAbsent(record.key(), id -> keyring.derive(USE, id).orElse(new byte[0]));
        return key.length > 0
                && MessageDigest.isEqual(
                        Keyring.mac(key, HexFormat.of().parseHex(record.hash())),
                        HexFormat.of().parseHex(record.seal()));
    }
}
