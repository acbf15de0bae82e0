package nl.datakade.ingest.reason;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import nl.datakade.contracts.quality.ScoreState.Breach;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes what is behind the reasons from the row of a delivery. */
@Component
public class BreachColumns {

    private final JsonMapper json;

    BreachColumns(JsonMapper json) {
        this.json = json;
    }

    public Breaches of(ResultSet row) throws SQLException {
        return new Breaches(
                Arrays.asList(json.readValue(row.getString("breaches"), Breach[].class)),
                json.readValue(row.getString("breach_counts"), new TypeReference<Map<String, Integer>>() {}));
    }
}
