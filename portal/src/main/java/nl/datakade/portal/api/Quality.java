package nl.datakade.portal.api;

import java.util.List;
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
    Released release(
            Visitor visitor, @PathVariable String name, @PathVariable int version, @RequestBody Release release);

    record Release(String reason) {}

    record Released(@Nullable String verdict) {}

    /** The score of a version with all that is behind it. */
    record Score(
            @Nullable Double score,
            @Nullable String noScore,
            @Nullable String verdict,
            boolean releasedByException,
            List<Dimension> dimensions,
            List<Finding> findings,
            @Nullable Pass release) {

        public Score {
            // of a file without a table only the papers were measured
            dimensions = noScore == null ? Lists.orEmpty(dimensions) : List.of();
            findings = Lists.orEmpty(findings);
        }
    }

    record Dimension(
            String code,
            String name,
            @Nullable String meaning,
            @Nullable Double score,
            List<Metric> metrics) {

        public Dimension {
            metrics = Lists.orEmpty(metrics);
        }
    }

    /** What was measured; the score is null where it would say of a few rows how they are. */
    record Metric(
            String name, @Nullable String formula, @Nullable Double score, boolean measured) {}

    /** What somebody should look at, and who. */
    record Finding(
            String code,
            boolean blocking,
            @Nullable String table,
            @Nullable String column,
            @Nullable String title,
            @Nullable String remedy,
            @Nullable String courtName) {}

    /** Why a steward let a version pass in spite of its findings. */
    record Pass(@Nullable String reason) {}

    record Profile(List<Table> tables) {

        public Profile {
            tables = Lists.orEmpty(tables);
        }
    }

    record Table(String name, long rows, @Nullable Long duplicateRows, boolean aboutPeople, List<Column> columns) {

        public Table {
            columns = Lists.orEmpty(columns);
        }
    }

    /** A column; figures that say too much about few are left out. */
    record Column(
            int id,
            @Nullable Long filled,
            @Nullable Long nulls,
            @Nullable Long distinct,
            List<ValueCount> top,
            List<Bin> histogram,
            List<Meaning> meanings,
            boolean personal,
            @Nullable String withheld) {

        public Column {
            top = Lists.orEmpty(top);
            histogram = Lists.orEmpty(histogram);
            meanings = Lists.orEmpty(meanings);
        }
    }

    record ValueCount(String value, long rows) {}

    record Bin(
            @Nullable String from,
            @Nullable String to,
            @Nullable Long rows) {}

    record Meaning(
            String name, boolean withinText, @Nullable String evidence) {}
}
