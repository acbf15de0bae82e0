package nl.datakade.portal.api;

import java.util.List;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Who may use what, for which purpose, and who did. */
@HttpExchange("/access/v1")
public interface Access {

    @GetExchange("/datasets/{name}/readiness")
    Readiness readiness(Visitor visitor, @PathVariable String name);

    @GetExchange("/activities?pageSize=100")
    Listing<Activity> activities(Visitor visitor);

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
}
