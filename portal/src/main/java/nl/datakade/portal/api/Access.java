package nl.datakade.portal.api;

import nl.datakade.portal.visitor.Visitor;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Who may use what, for which purpose, and who did. */
@HttpExchange("/access/v1")
public interface Access {

    @GetExchange("/datasets/{name}/readiness")
    Readiness readiness(Visitor visitor, @PathVariable String name);

    record Readiness(boolean queryable) {}
}
