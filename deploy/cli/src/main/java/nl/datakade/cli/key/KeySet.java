package nl.datakade.cli.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON Web Key Set (RFC 7517) whose first key signs; the others only verify what was signed before. */
final class KeySet {

    private static final JsonMapper JSON = new JsonMapper();

    private KeySet() {}

    /**
     * @param key the new key as a JSON Web Key, private part included
     * @param earlier a file with the set until now, of which the private parts are left out; null for none
     */
    static JsonNode of(String key, @Nullable Path earlier) throws IOException {
        JsonNode set = JSON.readTree("{\"keys\":[" + key + "]}");
        if (earlier != null) {
            for (JsonNode each : JSON.readTree(Files.readString(earlier)).path("keys")) {
                ((ObjectNode) each).remove("d");
                set.withArray("keys").add(each);
            }
        }
        return set;
    }
}
