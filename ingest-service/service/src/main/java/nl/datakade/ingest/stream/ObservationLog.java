package nl.datakade.ingest.stream;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/** Where observations are safe: in Kafka, acknowledged by all of its replicas that are in step. */
public class ObservationLog implements DisposableBean {

    private final DefaultKafkaProducerFactory<String, byte[]> producers;
    private final String topic;
    private final Duration patience;

    ObservationLog(DefaultKafkaProducerFactory<String, byte[]> producers, String topic, Duration patience) {
        this.producers = producers;
        this.topic = topic;
        this.patience = patience;
    }

    /** Returns when they are safe; fails when that is not certain. */
    public Position append(ObservationRecord observations) throws NotAcknowledged {
        try (var producer = producers.createProducer()) {
            var acknowledged =
                    producer.send(observations.in(topic)).get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Position(acknowledged.partition(), acknowledged.offset());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledged(e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotAcknowledged(e);
        }
    }

    @Override
    public void destroy() {
        producers.destroy();
    }

    /** Kafka did not say in time that it has them. */
    public static final class NotAcknowledged extends Exception {
        NotAcknowledged(Throwable cause) {
            super(cause);
        }
    }
}
