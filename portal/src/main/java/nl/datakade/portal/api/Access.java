package nl.datakade.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
    Listing<Activity> activities(Visitor visitor);

    @PostExchange("/requests")
    Request request(Visitor visitor, @RequestBody Wish wish);

    @GetExchange("/requests?pageSize=100")
    Listing<Request> requests(Visitor visitor);

    @PostExchange("/requests/{id}/approvals")
    Request approve(Visitor visitor, @PathVariable String id, @RequestBody Approval approval);

    @PostExchange("/requests/{id}/refusals")
    Request refuse(Visitor visitor, @PathVariable String id, @RequestBody Refusal refusal);

    @GetExchange("/grants?pageSize=100")
    Listing<Grant> grants(Visitor visitor);

    @PostExchange("/queries")
    Result query(Visitor visitor, @RequestBody Question question);

    @GetExchange("/disclosures")
    Listing<Disclosure> disclosures(Visitor visitor, @RequestParam MultiValueMap<String, String> wanted);

    /** May it be queried, and if not, what stands in the way and whose move it is. */
    record Readiness(boolean queryable, List<Condition> conditions) {

        public Readiness {
            conditions = Lists.orEmpty(conditions);
        }
    }

    record Condition(
            @Nullable String code,
            boolean met,
            @Nullable String message,
            @Nullable String whoseMove) {}

    /** A processing activity: the purpose for which data may be asked. */
    record Activity(
            String id,
            @Nullable String slug,
            @Nullable String name,
            @Nullable String purpose) {}

    record Wish(String dataset, String purpose, @Nullable String reason) {}

    record Approval(@Nullable String reason) {}

    record Refusal(String reason) {}

    record Request(
            String id,
            String dataset,
            @Nullable String requester,
            @Nullable String requesterName,
            @Nullable String purpose,
            @Nullable String purposeName,
            @Nullable String reason,
            String status,
            @Nullable Instant submittedAt,
            @Nullable LocalDate until) {

        /** Does somebody still have to decide? */
        public boolean open() {
            return status.equals("SUBMITTED") || status.equals("REFERRED");
        }
    }

    record Grant(
            String id,
            String dataset,
            String purpose,
            @Nullable String purposeName,
            String status,
            @Nullable LocalDate until) {

        public boolean active() {
            return status.equals("ACTIVE");
        }
    }

    record Question(String purpose, String sql) {}

    record Result(
            List<ResultColumn> columns,
            List<List<@Nullable Object>> rows,
            long rowCount,
            boolean truncated,
            @Nullable String queryId) {}

    record ResultColumn(String name, @Nullable String type) {

        public boolean numeric() {
            return type != null && type.matches("(TINY|SMALL|BIG|HUGE|U.*)?INT(EGER)?|DOUBLE|FLOAT|REAL|DECIMAL.*");
        }
    }

    record Disclosure(
            @Nullable Instant at,
            @Nullable String person,
            @Nullable String personName,
            @Nullable String dataset,
            @Nullable String purpose,
            @Nullable Long rows,
            @Nullable String decision) {}
}
