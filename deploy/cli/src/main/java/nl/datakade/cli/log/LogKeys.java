package nl.datakade.cli.log;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.datakade.contracts.disclosure.Ed25519;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the platform publishes at /access/v1/disclosures/keys.
 *
 * @param log whose log it is
 * @param signing the public keys of checkpoints, by their ids
 * @param seals the ids of the keys that sealed records
 */
record LogKeys(String log, Map<String, PublicKey> signing, Set<String> seals) {

    private static final JsonMapper JSON = new JsonMapper();

    static LogKeys parse(String json) {
        try {
            var set = JSON.readTree(json);
            var signing = new HashMap<String, PublicKey>();
            for (var key : set.path("keys")) {
                if (key.path("crv").asString("").equals("Ed25519")) {
                    signing.put(
                            key.path("kid").asString(""),
                            Ed25519.publicKey(key.path("x").asString("")));
                }
            }
            var seals = new HashSet<String>();
            set.path("seals").forEach(seal -> seals.add(seal.asString("")));
            if (signing.isEmpty() || seals.isEmpty()) {
                throw new Doubt(
                        "The keys are not those of a disclosure log: keep what /access/v1/disclosures/keys answers.");
            }
            return new LogKeys(set.path("log").asString(""), Map.copyOf(signing), Set.copyOf(seals));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Doubt(
                    "The keys are not those of a disclosure log: keep what /access/v1/disclosures/keys answers.");
        }
    }
}
