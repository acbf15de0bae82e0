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
    Request approve(Visitor visitor, @PathVariable String id, @RequestBody Decision decision);

    @PostExchange("/requests/{id}/refusals")
    Request refuse(Visitor visitor, @PathVariable String id, @RequestBody Decision decision);

    @GetExchange("/grants?pageSize=100")
    Listing<Grant> grants(Visitor visitor);

    @GetExchange("/disclosures")
    Listing<Disclosure> disclosures(Visitor visitor, @RequestParam MultiValueMap<String, String> wanted);

    /** May it be queried, and if not, what stands in the way and whose move it is. */
    record Readiness(boolean queryable, List<Condition> conditions) {

        public Readiness {
            conditions = Lists.orEmpty(conditions);
        }

        /** Is a grant all that is missing? */
        public boolean lacksGrantOnly() {
            return conditions.stream()
                            .allMatch(condition ->
                                    condition.met() || condition.code().equals("grant"))
                    && !queryable;
        }
    }

    /** Whose move: owner, steward, access-grantor or asker. */
    record Condition(String code, boolean met, @Nullable String message, String whoseMove) {}

    /** A processing activity: the purpose for which data may be asked. */
    record Activity(
            String id,
            boolean active,
            String slug,
            String name,
            @Nullable String purpose) {}

    record Wish(
            String dataset,
            String purpose,
            String reason,
            @Nullable LocalDate until) {}

    record Decision(String reason) {}

    record Request(
            String id,
            String dataset,
            String requester,
            @Nullable String purposeName,
            @Nullable String reason,
            @Nullable LocalDate until,
            String status,
            List<String> waitingFor,
            @Nullable String refusalReason,
            @Nullable Instant submittedAt) {

        public Request {
            waitingFor = Lists.orEmpty(waitingFor);
        }

        /** Does somebody still have to decide? */
        public boolean open() {
            return status.equals("SUBMITTED");
        }

        public boolean granted() {
            return status.equals("GRANTED");
        }
    }

    record Grant(
            String id,
            String dataset,
            String grantee,
            String purpose,
            @Nullable String purposeName,
            String status,
            @Nullable LocalDate until) {

        public boolean active() {
            return status.equals("ACTIVE");
        }
    }

    record Question(String purpose, String sql) {}

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
