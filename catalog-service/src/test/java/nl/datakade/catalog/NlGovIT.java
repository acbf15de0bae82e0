package nl.datakade.catalog;

import nl.datakade.testkit.NlGovRules;
import org.springframework.core.env.Environment;

@CatalogContext
class NlGovIT extends NlGovRules {

    NlGovIT(Environment environment) {
        super(environment);
    }
}
