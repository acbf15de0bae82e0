package nl.datakade.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Who may use what, for which purpose, and who did. */
@HttpExchange("/access/v1")
public interface Access {

    @GetExchange("/datasets/{name}/readiness")
    Readiness readiness(Visitor visitor, @PathVariable String name);

    @GetExchange("/activities?pageSize=100")
    Listing<Activity> activities(Visitor visitor, @RequestParam int page);

    @GetExchange("/datasets/{name}/request-options")
    Options options(Visitor visitor, @PathVariable String name);

    @PostExchange("/requests")
    Request request(Visitor visitor, @RequestBody Wish wish);

    /** Those that wait for the visitor's decision. */
    @GetExchange("/requests?waitingFor=me&pageSize=20")
    Listing<Request> waiting(Visitor visitor, @RequestParam int page);

    /** Those that the visitor made, or all others that the visitor may see. */
    @GetExchange("/requests?pageSize=20")
    Listing<Request> requests(Visitor visitor, @RequestParam boolean own, @RequestParam int page);

    @PostExchange("/requests/{id}/approvals")
    Request approve(Visitor visitor, @PathVariable String id, @RequestBody Approving approval);

    @PostExchange("/requests/{id}/refusals")
    Request refuse(Visitor visitor, @PathVariable String id, @RequestBody Decision decision);

    /** The visitor's own, of every status. */
    @GetExchange("/grants?own=true&pageSize=20")
    Listing<Grant> grants(Visitor visitor, @RequestParam int page);

    /** The visitor's own that have not ended. */
    @GetExchange("/grants?own=true&status=ACTIVE&pageSize=100")
    Listing<Grant> activeGrants(Visitor visitor, @RequestParam int page);

    /** What waits for the visitor's decision. */
    @GetExchange("/proposals?waitingFor=me&pageSize=20")
    Listing<Proposal> proposals(Visitor visitor, @RequestParam int page);

    @PostExchange("/datasets/{name}/proposals/{id}/decisions")
    Proposal decide(
            Visitor visitor, @PathVariable String name, @PathVariable String id, @RequestBody Catalog.Vote vote);

    @GetExchange("/disclosures")
    Listing<Disclosure> disclosures(Visitor visitor, @RequestParam MultiValueMap<String, String> wanted);

    /** May it be queried, and if not, what stands in the way and who must act. */
    record Readiness(boolean queryable, List<Condition> conditions) {

        public Readiness {
            conditions = Lists.orEmpty(conditions);
        }
    }

    /** Who must act: owner, steward, access-grantor or asker. */
    record Condition(String code, boolean met, @Nullable String message, String whoseMove) {}

    /** A processing activity: the purpose for which data may be asked. */
    record Activity(
            String id,
            boolean active,
            String slug,
            String name,
            @Nullable String purpose) {}

    /** For which purposes the visitor can ask access to a dataset. */
    record Options(List<Option> options) {

        public Options {
            options = Lists.orEmpty(options);
        }

        public List<Option> with(String standing) {
            return options.stream()
                    .filter(option -> option.standing().equals(standing))
                    .toList();
        }

        /** The last day that every purpose allows; each has its own when it is sent. */
        public @Nullable LocalDate latest() {
            return with("POSSIBLE").stream()
                    .map(Option::latest)
                    .filter(Objects::nonNull)
                    .min(LocalDate::compareTo)
                    .orElse(null);
        }
    }

    /**
     * One purpose.
     *
     * @param standing UNNEEDED, GRANTED, REQUESTED, POSSIBLE or REFUSED
     * @param latest last day that can be asked
     * @param approvals GRANTOR, PRIVACY
     */
    record Option(
            String slug,
            String name,
            String standing,
            @Nullable LocalDate latest,
            List<String> approvals,
            @Nullable String refusal) {

        public Option {
            approvals = Lists.orEmpty(approvals);
        }
    }

    /**
     * What is asked for.
     *
     * @param combine whether a person should have the same pseudonym as in other data that was granted so
     */
    record Wish(
            String dataset,
            String purpose,
            String reason,
            @Nullable LocalDate until,
            boolean combine) {}

    /** An approval of the terms that were on the page: nobody approves others than they saw. */
    record Approving(String reason, @Nullable Long policyRevision) {}

    record Decision(String reason) {}

    record Request(
            String id,
            String dataset,
            String requester,
            @Nullable String purposeName,
            @Nullable String reason,
            @Nullable LocalDate until,
            boolean combine,
            String status,
            List<String> waitingFor,
            List<Approval> approvals,
            @Nullable String refusalReason,
            @Nullable Instant submittedAt,
            @Nullable Terms terms) {

        public Request {
            waitingFor = Lists.orEmpty(waitingFor);
            approvals = Lists.orEmpty(approvals);
        }

        /** Does somebody still have to decide? */
        public boolean open() {
            return status.equals("SUBMITTED");
        }

        public boolean granted() {
            return status.equals("GRANTED");
        }
    }

    /** What whoever decides on a request sees, and approves with it. */
    record Terms(@Nullable Long policyRevision, Catalog.@Nullable Classification classification, List<Shown> tables) {

        public Terms {
            tables = Lists.orEmpty(tables);
        }
    }

    /**
     * What of a table would be shown.
     *
     * @param filter of its rows; null for all of them
     */
    record Shown(String table, @Nullable String filter, List<ShownColumn> columns) {

        public Shown {
            columns = Lists.orEmpty(columns);
        }
    }

    record ShownColumn(@Nullable String name, @Nullable Treatment treatment) {}

    /** What somebody who approved wrote. */
    record Approval(
            String kind,
            @Nullable String approver,
            @Nullable String reason) {}

    record Grant(
            String id,
            String dataset,
            String grantee,
            String purpose,
            @Nullable String purposeName,
            String status,
            @Nullable LocalDate until,
            @Nullable String suspended) {

        public boolean active() {
            return status.equals("ACTIVE") && suspended == null;
        }

        /** In a word of the messages; a grant that is suspended counts for nothing now. */
        public String standing() {
            return suspended == null ? status : "SUSPENDED";
        }
    }

    /**
     * A change of what may be seen of a dataset, that others decide.
     *
     * @param kind POLICY or CLEARANCE
     * @param yours as what the visitor can decide
     */
    record Proposal(
            String id,
            String dataset,
            String kind,
            @Nullable Somebody proposedBy,
            @Nullable Instant proposedAt,
            @Nullable String reason,
            @Nullable Clearance clearance,
            @Nullable String column,
            List<Change> changes,
            List<RowChange> rows,
            List<String> yours,
            List<Voted> decisions) {

        public Proposal {
            changes = Lists.orEmpty(changes);
            rows = Lists.orEmpty(rows);
            yours = Lists.orEmpty(yours);
            decisions = Lists.orEmpty(decisions);
        }
    }

    /** A column that looks like personal data and would count as none. */
    record Clearance(
            @Nullable String table,
            int column,
            @Nullable String semanticType,
            @Nullable String reason) {}

    record Change(
            String table,
            String name,
            List<String> meanings,
            @Nullable Treatment from,
            @Nullable Treatment to) {

        public Change {
            meanings = Lists.orEmpty(meanings);
        }
    }

    record Treatment(String kind) {}

    /** Other rows of a table; without a filter all of them. */
    record RowChange(
            String table, @Nullable String from, @Nullable String to) {}

    /** Of whom access knows no name. */
    record Somebody(String person) {}

    record Voted(
            String as,
            @Nullable Somebody by,
            boolean approve,
            @Nullable String reason) {}

    /**
     * A statement and what it is asked for.
     *
     * @param rowLimit so many rows at most, and the answer says whether there are more; null for all of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(String purpose, String sql, @Nullable Integer rowLimit) {}

    record Disclosure(
            String id,
            Instant at,
            String person,
            @Nullable String purposeName,
            @Nullable String dataset,
            String decision,
            @Nullable String reason,
            @Nullable Long rows) {}
}
