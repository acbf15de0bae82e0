package nl.datakade.ingest.disclosure;

import java.util.List;
import java.util.UUID;
import nl.datakade.platform.call.ServiceCalls;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Lets raw rows go to a person. They have no columns that could be masked, so they go only to who sees every column as it
 * is, by what access decides at that moment; and the disclosure is committed before the first row leaves.
 */
@Component
public class RawRows {

    /** The log names no more of them. */
    public static final int MOST_COLUMNS = 5_000;

    /** As access writes the type of this problem. */
    private static final String PURPOSE_UNUSABLE = "\"/problems/purpose-unusable\"";

    private static final Logger log = LoggerFactory.getLogger(RawRows.class);

    private final RestClient asCaller;
    private final RestClient asItself;

    RawRows(ServiceCalls calls, @Value("${datakade.services.access}") String access) {
        this.asCaller = calls.asCaller(access);
        this.asItself = calls.asItself(access);
    }

    /**
     * Which rows.
     *
     * @param dataset its id
     * @param columns of the tables they are rows of, as {@code table.column}
     */
    public record Rows(UUID dataset, String name, int version, int reading, List<String> columns) {}

    private record Sight(
            @Nullable Integer version, @Nullable Integer reading, boolean everything) {}

    private record Disclosure(
            String kind, UUID dataset, int version, String person, String purpose, List<String> columns) {}

    /** Refuses, or returns when the person may see rejected rows for this purpose and the log says that they do. */
    public void discloseRejects(Rows rows, String person, String purpose) {
        requireSight(rows, purpose);
        try {
            var answer = asItself.post()
                    .uri("/access/v1/disclosures")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Disclosure("REJECTS", rows.dataset(), rows.version(), person, purpose, rows.columns()))
                    .retrieve()
                    .toBodilessEntity();
            if (answer.getStatusCode() != HttpStatus.CREATED) {
                throw new RestClientException("access answered " + answer.getStatusCode());
            }
        } catch (RestClientException away) {
            log.warn(
                    "A disclosure of {} version {} could not be recorded: {}",
                    rows.dataset(),
                    rows.version(),
                    away.toString());
            throw new DisclosureProblem.Unrecorded(away);
        }
    }

    /** Of this very reading: another one may hold other columns. */
    private void requireSight(Rows rows, String purpose) {
        try {
            var sight = asCaller.get()
                    .uri("/access/v1/datasets/{name}/sight?purpose={purpose}", rows.name(), purpose)
                    .retrieve()
                    .body(Sight.class);
            if (sight == null
                    || !sight.everything()
                    || sight.version() == null
                    || sight.version() != rows.version()
                    || sight.reading() == null
                    || sight.reading() != rows.reading()) {
                throw new DisclosureProblem.Restricted(rows.name());
            }
        } catch (HttpClientErrorException.TooManyRequests busy) {
            throw undecided(rows, busy);
        } catch (HttpClientErrorException refused) {
            if (refused.getResponseBodyAsString().contains(PURPOSE_UNUSABLE)) {
                throw new DisclosureProblem.PurposeUnusable(purpose);
            }
            throw new DisclosureProblem.Restricted(rows.name());
        } catch (RestClientException away) {
            throw undecided(rows, away);
        }
    }

    private static DisclosureProblem undecided(Rows rows, RestClientException away) {
        log.warn("Access does not say who sees {}: {}", rows.dataset(), away.toString());
        return new DisclosureProblem.Undecided(away);
    }
}
