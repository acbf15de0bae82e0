package nl.datakade.portal.api;

import java.time.Instant;
import java.util.List;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What was delivered, and how it was read. */
@HttpExchange("/ingest/v1")
public interface Ingest {

    @GetExchange("/datasets/{name}/versions/{version}")
    Reading reading(Visitor visitor, @PathVariable String name, @PathVariable int version);

    @GetExchange("/deliveries?pageSize=20")
    Listing<Delivery> deliveries(Visitor visitor, @RequestParam int page);

    @GetExchange("/deliveries/{id}")
    Delivery delivery(Visitor visitor, @PathVariable String id);

    /**
     * How a file was cut into characters and cells.
     *
     * @param detail why it could not be read, and {@code remedy} what to do
     */
    record Reading(
            @Nullable Encoding encoding,
            @Nullable Dialect dialect,
            @Nullable String detail,
            @Nullable String remedy,
            @Nullable Links links) {

        public boolean hasRejects() {
            return links != null && links.rejects() != null;
        }
    }

    record Encoding(@Nullable String name) {}

    record Dialect(@Nullable String delimiter) {}

    record Links(@Nullable String rejects) {}

    /** A file that came in, and how far it has come: LANDED, READING, READ, RELEASED, HELD_BACK or FAILED. */
    record Delivery(
            String deliveryId,
            String dataset,
            @Nullable String department,
            int version,
            String state,
            @Nullable String reason,
            String sha256,
            long size,
            @Nullable String mediaType,
            @Nullable String fileName,
            Instant receivedAt,
            List<Table> tables) {

        public Delivery {
            tables = Lists.orEmpty(tables);
        }

        /** Is something still to happen to it? */
        public boolean underway() {
            return switch (state) {
                case "RELEASED", "HELD_BACK", "FAILED" -> false;
                default -> true;
            };
        }

        public long rows() {
            return tables.stream().mapToLong(Table::rows).sum();
        }

        public long rejectedRows() {
            return tables.stream().mapToLong(Table::rejectedRows).sum();
        }
    }

    record Table(String name, long rows, long rejectedRows) {}
}
