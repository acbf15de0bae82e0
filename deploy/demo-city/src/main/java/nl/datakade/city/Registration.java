package nl.datakade.city;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a steward says of a dataset.
 *
 * @param dataset the description as it is put in the catalogue, roles left out
 * @param purpose the processing activity for which it is usually asked
 * @param policy what may be seen of which column; for personal data
 */
public record Registration(
        String name,
        JsonNode dataset,
        String purpose,
        @Nullable Policy policy) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What may be seen by somebody with a grant.
     *
     * @param columns per column, by the department's own label, its treatment as the policy API takes it
     */
    public record Policy(String reason, Map<String, JsonNode> columns) {}

    public String department() {
        return dataset.path("department").asString();
    }

    public boolean personal() {
        return !dataset.path("classification").path("personalData").asString().equals("NONE");
    }

    static Registration of(String dataset) {
        try (InputStream json = Registration.class.getResourceAsStream("registrations/" + dataset + ".json")) {
            if (json == null) {
                throw new IllegalStateException("The demo city has no registration for " + dataset + ".");
            }
            return JSON.readValue(json, Registration.class);
        } catch (IOException e) {
            throw new IllegalStateException("The registration of " + dataset + " cannot be read.", e);
        }
    }
}
