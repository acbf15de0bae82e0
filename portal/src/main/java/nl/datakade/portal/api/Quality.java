package nl.datakade.portal.api;

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

    record Score(@Nullable Double score, @Nullable String verdict, Map<String, Double> dimensions) {

        public Score {
            dimensions = dimensions == null ? Map.of() : dimensions;
        }
    }

    record Profile(List<Table> tables) {

        public Profile {
            tables = Lists.orEmpty(tables);
        }
    }

    record Table(String name, long rows, long duplicateRows, boolean aboutPeople, List<Column> columns) {

        public Table {
            columns = Lists.orEmpty(columns);
        }
    }

    record Column(
            int id,
            long rows,
            long nulls,
            long distinct,
            List<ValueCount> top,
            List<Bin> histogram,
            List<Meaning> meanings,
            @Nullable String withheld) {

        public Column {
            top = Lists.orEmpty(top);
            histogram = Lists.orEmpty(histogram);
            meanings = Lists.orEmpty(meanings);
        }

        public boolean personal() {
            return meanings.stream().anyMatch(Meaning::personal);
        }
    }

    record ValueCount(String value, long rows) {}

    record Bin(
            @Nullable String from,
            @Nullable String to,
            @Nullable Long rows) {}

    record Meaning(@Nullable String label, boolean personal) {}
}
