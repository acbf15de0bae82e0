package nl.datakade.ingest.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.upload.UploadClient;
import nl.datakade.testkit.FaultyS3;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Ingest with an object store and a virus scanner that fail when they are told to. */
abstract class OutageIT extends IngestIT {

    static final FaultyS3 STORE = FaultyS3.start();
    static final Clamd SCANNER = new Clamd(20 << 20);

    @DynamicPropertySource
    static void others(DynamicPropertyRegistry properties) {
        properties.add("datakade.s3.endpoint", STORE::url);
        properties.add("datakade.landing.clamd", SCANNER::address);
    }

    @BeforeEach
    void allIsWell() {
        STORE.recover();
        SCANNER.comeBack();
    }

    UploadClient tus() {
        return new UploadClient(base(), department("burgerzaken"));
    }

    /** The doctor finds nothing to say about this delivery and its dataset. */
    void assertInBalance(Http.Answer receipt) {
        await().untilAsserted(() -> {
            var balance = person("admin").get("/ingest/v1/balance");
            assertThat(balance.status()).as(balance.body()).isEqualTo(200);
            assertThat(balance.json().required("imbalances").values())
                    .noneMatch(one -> one.toString().contains(receipt.text("deliveryId"))
                            || one.toString().contains(receipt.text("datasetId")));
        });
    }
}
