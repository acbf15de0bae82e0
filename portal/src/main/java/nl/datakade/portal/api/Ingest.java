package nl.datakade.portal.api;

import java.time.Instant;
import java.util.List;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What was delivered, and how it was read. */
@HttpExchange("/ingest/v1")
public interface Ingest {

    @GetExchange("/datasets/{name}/versions/{version}")
    Reading reading(Visitor visitor, @PathVariable String name, @PathVariable int version);

    @GetExchange("/deliveries?pageSize=20")
    Listing<Delivery> deliveries(Visitor visitor);

    @GetExchange("/deliveries/{id}")
    Delivery delivery(Visitor visitor, @PathVariable String id);

    record Reading(
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable Integer headerLine) {}

    record Delivery(
            String deliveryId,
            String dataset,
            @Nullable String department,
            int version,
            String state,
            @Nullable String reason,
            @Nullable String sha256,
            long size,
            @Nullable String mediaType,
            @Nullable String fileName,
            @Nullable Instant receivedAt,
            List<Table> tables) {

        public Delivery {
            tables = Lists.orEmpty(tables);
        }

        /** Is there more to come? */
        public boolean underway() {
            return state.equals("LANDED") || state.equals("READING") || state.equals("READ");
        }
    }

    record Table(String name, long rows, long rejectedRows) {}
}
