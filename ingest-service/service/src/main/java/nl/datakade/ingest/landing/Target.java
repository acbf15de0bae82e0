package nl.datakade.ingest.landing;

import java.util.UUID;
import nl.datakade.ingest.dataset.Dataset;
import org.jspecify.annotations.Nullable;

/** The dataset that a name leads to, with its latest accepted content. */
record Target(
        Dataset dataset,
        @Nullable UUID acceptedDelivery,
        @Nullable String acceptedSha256,
        int latestVersion) {

    boolean holds(Content content) {
        return content.sha256().equals(acceptedSha256);
    }
}
