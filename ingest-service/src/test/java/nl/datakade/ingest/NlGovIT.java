package nl.datakade.ingest;

import nl.datakade.testkit.BackingServices;
import nl.datakade.testkit.NlGovRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;

@BackingServices("ingest")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "datakade.landing.limit=20MB",
            "datakade.s3.part-size=5MB",
            "datakade.upload.open-per-client=60",
            "datakade.upload.pace=1s",
            "datakade.stream.every=100ms",
            "datakade.stream.patience=300ms"
        })
class NlGovIT extends NlGovRules {

    @Autowired
    NlGovIT(Environment environment) {
        super(environment);
    }
}
