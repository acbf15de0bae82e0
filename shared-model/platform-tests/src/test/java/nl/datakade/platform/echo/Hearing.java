package nl.datakade.platform.echo;

import io.micrometer.tracing.Tracer;
import nl.datakade.contracts.ingest.DeliveryLanded;
import nl.datakade.platform.event.Subscriber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes down what it hears; chokes on datasets named poison until cured. */
@Component
class Hearing implements Subscriber<DeliveryLanded> {

    private final JdbcClient jdbc;
    private final Tracer tracer;

    /** Whether it can stomach poison by now. */
    static volatile boolean cured;

    Hearing(JdbcClient jdbc, Tracer tracer) {
        this.jdbc = jdbc;
        this.tracer = tracer;
    }

    @Override
    public void on(DeliveryLanded event) {
        var span = tracer.currentSpan();
        jdbc.sql("insert into heard (dataset, version, trace) values (:dataset, :version, :trace)")
                .param("dataset", event.dataset())
                .param("version", event.version())
                .param("trace", span == null ? null : span.context().traceId())
                .update();
        if (event.dataset().startsWith("poison") && !cured) {
            throw new IllegalStateException("cannot stomach it");
        }
        if (event.dataset().startsWith("die-before-commit")) {
            beforeCommit();
        }
        if (event.dataset().startsWith("die-after-commit")) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    Hearing.this.afterCommit();
                }
            });
        }
    }

    /** Between the work and its commit. */
    void beforeCommit() {}

    /** Between the commit and the acknowledgement to Kafka. */
    void afterCommit() {}
}
