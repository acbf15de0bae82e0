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

    @GetExchange("/deliveries/{id}")
    Delivery delivery(Visitor visitor, @PathVariable String id);

    record Reading(
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable Integer headerLine,
            @Nullable List<Table> tables,
            @Nullable List<Finding> findings) {}

    record Table(
            String name,
            @Nullable Long rowsIn,
            @Nullable Long rows,
            @Nullable Long rejectedRows,
            @Nullable List<Column> columns) {}

    record Column(
            int id,
            String name,
            @Nullable String label,
            @Nullable String type,
            @Nullable String evidence) {}

    record Finding(
            @Nullable String code,
            @Nullable String severity,
            @Nullable String table,
            @Nullable String column,
            @Nullable Long line,
            @Nullable String message) {}

    record Delivery(
            @Nullable String deliveryId,
            @Nullable String dataset,
            @Nullable String department,
            @Nullable Integer version,
            @Nullable String state,
            @Nullable String reason,
            @Nullable String sha256,
            @Nullable Long size,
            @Nullable String mediaType,
            @Nullable String fileName,
            @Nullable Instant receivedAt,
            @Nullable List<DeliveredTable> tables) {}

    record DeliveredTable(
            String name, @Nullable Long rows, @Nullable Long rejectedRows) {}
}
