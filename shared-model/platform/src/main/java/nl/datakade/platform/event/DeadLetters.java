package nl.datakade.platform.event;

import io.cloudevents.CloudEvent;
import java.util.LinkedHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What happens to an event that cannot be taken in: while the database is away it is tried for as long as it takes;
 * a poison event is tried a few times, then put aside with its reason, and the topic goes on.
 */
final class DeadLetters {

    private static final BackOff POISON = new FixedBackOff(200, 3);

    private DeadLetters() {}

    static DefaultErrorHandler handler(KafkaTemplate<String, CloudEvent> events, ProducerFactory<?, ?> producers) {
        var templates = new LinkedHashMap<Class<?>, KafkaOperations<?, ?>>();
        templates.put(CloudEvent.class, events);
        templates.put(byte[].class, raw(producers));
        var recoverer = new DeadLetterPublishingRecoverer(
                templates,
                (received, _) -> new TopicPartition(received.topic() + Topics.DEAD_LETTER, received.partition()));
        // a stack trace or message may quote content; the exception's class and place say enough
        recoverer.excludeHeader(HeadersToAdd.EX_STACKTRACE, HeadersToAdd.EX_MSG);
        var handler = new DefaultErrorHandler(recoverer, POISON);
        handler.setBackOffFunction((ConsumerRecord<?, ?> _, Exception failure) -> patience(failure));
        return handler;
    }

    @SuppressWarnings("unchecked")
    static KafkaTemplate<String, byte[]> raw(ProducerFactory<?, ?> producers) {
        return new KafkaTemplate<>(
                (ProducerFactory<String, byte[]>) producers,
                java.util.Map.of("value.serializer", ByteArraySerializer.class));
    }

    private static BackOff patience(Exception failure) {
        return isPassing(failure) ? untilItWorks() : POISON;
    }

    private static BackOff untilItWorks() {
        var backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(15_000);
        return backOff;
    }

    private static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof CannotCreateTransactionException) {
                return true;
            }
        }
        return false;
    }
}
