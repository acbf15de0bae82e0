package nl.datakade.portal.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** How good a version is, and what stands in its columns. */
@HttpExchange("/quality/v1/datasets/{name}/versions/{version}")
public interface Quality {

    @GetExchange("/score")
    Score score(Visitor visitor, @PathVariable String name, @PathVariable int version);

    @GetExchange("/profile")
    Profile profile(Visitor visitor, @PathVariable String name, @PathVariable int version);

    @PostExchange("/release")
    void release(Visitor visitor, @PathVariable String name, @PathVariable int version, @RequestBody Release release);

    record Release(String reason) {}

    record Score(
            @Nullable Double score,
            @Nullable String verdict,
            @Nullable Map<String, Double> dimensions,
            @Nullable List<String> reasons,
            @Nullable Instant scoredAt) {}

    record Profile(@Nullable List<Table> tables) {}

    record Table(
            String name,
            long rows,
            long duplicateRows,
            boolean aboutPeople,
            @Nullable List<Column> columns) {}

    record Column(
            int id,
            String name,
            @Nullable String label,
            @Nullable String type,
            long rows,
            long nulls,
            long distinct,
            @Nullable List<ValueCount> top,
            @Nullable List<Bin> histogram,
            @Nullable List<Meaning> meanings,
            @Nullable String withheld) {}

    record ValueCount(String value, long rows) {}

    record Bin(
            @Nullable String from,
            @Nullable String to,
            @Nullable Long rows) {}

    record Meaning(
            @Nullable String type,
            @Nullable String label,
            @Nullable Double share,
            boolean personal) {}
}
