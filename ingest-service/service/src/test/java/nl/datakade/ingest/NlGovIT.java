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
            "datakade.landing.pace=1s",
            "datakade.landing.quota.departments.zorg-en-welzijn.per-day=1KB",
            "datakade.landing.quota.departments.bestuur-en-organisatie.stored=1KB",
            "datakade.stream.every=100ms",
            "datakade.stream.patience=300ms",
            "datakade.source.allowed-hosts=127.0.0.1:*,127.0.0.3:*,localhost:*",
            "datakade.source.allowed-networks=127.0.0.1/32",
            "datakade.source.shortest=1s",
            "datakade.source.jitter=0s",
            "datakade.source.poll=200ms",
            "datakade.source.first-wait=200ms",
            "datakade.source.watch-every=500ms"
        })
class NlGovIT extends NlGovRules {

    @Autowired
    NlGovIT(Environment environment) {
        super(environment);
    }
}
