package nl.datakade.portal.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What was delivered, and how it was read. */
@HttpExchange("/ingest/v1")
public interface Ingest {

    @GetExchange("/datasets/{name}/versions/{version}")
    Reading reading(Visitor visitor, @PathVariable String name, @PathVariable int version);

    @GetExchange("/deliveries?pageSize=20")
    Listing<Delivery> deliveries(Visitor visitor, @RequestParam int page);

    @GetExchange("/deliveries/{id}")
    Delivery delivery(Visitor visitor, @PathVariable String id);

    @GetExchange("/quarantine")
    Listing<Quarantined> quarantine(Visitor visitor, @RequestParam MultiValueMap<String, String> wanted);

    @GetExchange("/quarantine/facets")
    Waiting waiting(Visitor visitor);

    @PostExchange("/datasets/{name}/versions/{version}/rejections")
    Delivery reject(
            Visitor visitor, @PathVariable String name, @PathVariable int version, @RequestBody Rejection rejection);

    @PostExchange("/datasets/{name}/versions/{version}/withdrawal")
    Delivery withdraw(
            Visitor visitor, @PathVariable String name, @PathVariable int version, @RequestBody Withdrawal withdrawal);

    @PostExchange("/datasets/{name}/versions/{version}/readings")
    Again readAgain(Visitor visitor, @PathVariable String name, @PathVariable int version);

    record Rejection(String message) {}

    record Withdrawal(String reason) {}

    record Again(@Nullable String state) {}

    /**
     * A version that somebody must do something about.
     *
     * @param state HELD_BACK, FAILED or REJECTED
     * @param move who must act: DEPARTMENT, STEWARD or OPERATOR
     * @param moveText the same in the visitor's language
     * @param yours whether it is the visitor's own move
     * @param links what this visitor may do
     */
    record Quarantined(
            String dataset,
            String department,
            int version,
            String deliveryId,
            String state,
            List<Reason> reasons,
            Instant since,
            @Nullable String move,
            @Nullable String moveText,
            boolean yours,
            @Nullable Actions links) {

        public Quarantined {
            reasons = Lists.orEmpty(reasons);
            links = links == null ? new Actions(null, null, null, null) : links;
        }

        /** Can its department send a better one? Of observations there is none. */
        public boolean wantsBetter() {
            return state.equals("REJECTED") || (links != null && links.withdrawal() != null);
        }

        /** Does it wait for the visitor, who may not release it because the dataset has no steward? */
        public boolean lacksSteward() {
            return yours
                    && "STEWARD".equals(move)
                    && state.equals("HELD_BACK")
                    && (links == null || links.release() == null);
        }

        /** The address of its pages here. */
        public String place() {
            return "/quarantine/" + dataset + "/" + version;
        }

        /** Distinguishes its form from those of the others. */
        public String mark() {
            return dataset + "-" + version;
        }
    }

    /** Of which departments and datasets there is something on the list, by slug and name. */
    record Waiting(List<String> departments, List<String> datasets) {

        public static final Waiting NONE = new Waiting(List.of(), List.of());

        public Waiting {
            departments = Lists.orEmpty(departments);
            datasets = Lists.orEmpty(datasets);
        }
    }

    record Reason(String code, @Nullable String text) {}

    record Actions(
            @Nullable String release,
            @Nullable String readings,
            @Nullable String rejections,
            @Nullable String withdrawal) {}

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

    /**
     * A file that came in, and how far it has come: LANDED, READING, READ, RELEASED, HELD_BACK or FAILED;
     * or how it ended: WITHDRAWN, REJECTED or REMOVED.
     */
    record Delivery(
            String deliveryId,
            String dataset,
            @Nullable String department,
            int version,
            String state,
            List<Reason> reasons,
            String sha256,
            long size,
            @Nullable String mediaType,
            @Nullable String fileName,
            Instant receivedAt,
            boolean releasedByException,
            List<Table> tables,
            @Nullable Correction corrects,
            @Nullable Ending ended) {

        private static final Set<String> WITHOUT_TABLE = Set.of("not-tabular", "no-table");

        public Delivery {
            reasons = Lists.orEmpty(reasons);
            tables = Lists.orEmpty(tables);
        }

        /** How it stands, in a word of the messages: an exception is never shown as a rule that holds. */
        public String standing() {
            return state.equals("RELEASED") && releasedByException ? "EXCEPTION" : state;
        }

        /** Is it kept, and did no table come out of it? */
        public boolean withoutTable() {
            return tables.isEmpty()
                    && (state.equals("RELEASED")
                            || reasons.stream().anyMatch(reason -> WITHOUT_TABLE.contains(reason.code())));
        }

        /** Is something still to happen to it? */
        public boolean underway() {
            return switch (state) {
                case "RELEASED", "HELD_BACK", "FAILED", "WITHDRAWN", "REJECTED", "REMOVED" -> false;
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

    /** Which version it was sent to correct, and why. */
    record Correction(int version, String reason) {}

    record Ending(Instant at, String reason) {}

    record Table(String name, long rows, long rejectedRows) {}
}
