package nl.datakade.quality.disclosure;

import java.util.List;
import java.util.UUID;
import nl.datakade.platform.call.ServiceCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Records disclosures in the log that access keeps. When this returns, the record is committed. */
@Component
public class Disclosures {
    /** The log names no more of them. */
    public static final int MOST_COLUMNS = 5_000;

    private static final Logger log = LoggerFactory.getLogger(Disclosures.class);

    private final RestClient access;

    Disclosures(ServiceCalls calls, @Value("${datakade.services.access}") String access) {
        this.access = calls.asItself(access);
    }

    private record Disclosure(String kind, UUID dataset, int version, String person, List<String> columns) {}

    /**
     * That somebody sees the profile of a version.
     *
     * @param columns those with figures, as {@code table.column}
     */
    public void profile(UUID dataset, int version, String person, List<String> columns) {
        try {
            var answer = access.post()
                    .uri("/access/v1/disclosures")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Disclosure("PROFILE", dataset, version, person, columns))
                    .retrieve()
                    .toBodilessEntity();
            if (answer.getStatusCode() != HttpStatus.CREATED) {
                throw new RestClientException("access answered " + answer.getStatusCode());
            }
        } catch (RestClientException away) {
            log.warn("A disclosure of {} version {} could not be recorded: {}", dataset, version, away.toString());
            throw new DisclosureUnrecorded(away);
        }
    }
}
