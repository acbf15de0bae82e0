package nl.datakade.quality;

import nl.datakade.testkit.NlGovRules;
import org.springframework.core.env.Environment;

@QualityContext
class NlGovIT extends NlGovRules {

    NlGovIT(Environment environment) {
        super(environment);
    }
}
