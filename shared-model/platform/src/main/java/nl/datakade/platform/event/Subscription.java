package nl.datakade.platform.event;

import io.cloudevents.CloudEvent;
import java.util.UUID;
import nl.datakade.contracts.Event;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.ResolvableType;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One subscriber with the type of event it takes in. */
record Subscription<E extends Event>(Subscriber<E> subscriber, Class<E> event) {

    @SuppressWarnings("unchecked")
    static <E extends Event> Subscription<E> of(Subscriber<E> subscriber) {
        var type = ResolvableType.forClass(AopUtils.getTargetClass(subscriber))
                .as(Subscriber.class)
                .getGeneric()
                .resolve();
        if (type == null) {
            throw new IllegalStateException(subscriber.getClass() + " does not say which event it takes in");
        }
        return new Subscription<>(subscriber, (Class<E>) type);
    }

    String topic() {
        return EventTypes.of(event).topic();
    }

    private String name() {
        return AopUtils.getTargetClass(subscriber).getSimpleName();
    }

    void take(CloudEvent received, Inbox inbox, TransactionTemplate transaction, JsonMapper json) {
        var data = received.getData();
        if (data == null || !EventTypes.of(event).value().equals(received.getType())) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            if (inbox.isNew(UUID.fromString(received.getId()), name())) {
                subscriber.on(json.readValue(data.toBytes(), event));
            }
        });
    }
}
