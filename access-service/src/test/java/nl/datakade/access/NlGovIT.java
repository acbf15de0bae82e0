package nl.datakade.access;

import nl.datakade.testkit.BackingServices;
import nl.datakade.testkit.NlGovRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

@BackingServices("access")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"datakade.access.staleness=15s", "datakade.access.log.look=PT24H"})
class NlGovIT extends NlGovRules {

    @Autowired
    NlGovIT(Environment environment) {
        super(environment);
    }
}
