package nl.datakade.ingest;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.testkit.BackingServices;
import nl.datakade.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ingest as it runs, on the real backing services; one context for all its tests. */
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
            "datakade.source.watch-every=500ms",
            "datakade.retention.grace=0s"
        })
public abstract class IngestIT {

    @LocalServerPort
    private int port;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected ObjectStore objects;

    protected String base() {
        return "http://localhost:" + port;
    }

    /** As the client of a department. */
    protected Http department(String slug) {
        return Http.as(Tokens.department(slug), base());
    }

    protected Http person(String name) {
        return Http.as(Tokens.of(name), base());
    }

    /** A name that no other test has. */
    protected static String newName() {
        return "set-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    /** Everything that landed, in the bucket and in the database. */
    protected Kept kept() {
        return new Kept(
                objects.keys("landing/").size(),
                count("dataset"),
                count("dataset_name"),
                count("delivery"),
                count("idempotency_key"),
                jdbc.sql("select count(*) from outbox where topic = 'datakade.ingest.delivery'")
                        .query(Long.class)
                        .single());
    }

    public record Kept(long objects, long datasets, long names, long deliveries, long keys, long announcements) {}

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
