package nl.datakade.platform.event;

import io.cloudevents.CloudEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Listens to the topics that the service's subscribers need: one consumer for each topic, in the service's group. */
public class Subscriptions implements SmartLifecycle {

    private final List<? extends Subscription<?>> subscriptions;
    private final ConcurrentKafkaListenerContainerFactory<String, CloudEvent> factory;
    private final Topics topics;
    private final String group;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final List<ConcurrentMessageListenerContainer<String, CloudEvent>> containers = new ArrayList<>();

    Subscriptions(
            List<? extends Subscription<?>> subscriptions,
            ConcurrentKafkaListenerContainerFactory<String, CloudEvent> factory,
            Topics topics,
            String group,
            Inbox inbox,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.subscriptions = subscriptions;
        this.factory = factory;
        this.topics = topics;
        this.group = group;
        this.inbox = inbox;
        this.transaction = transaction;
        this.json = json;
    }

    /** The consumer group of this service. */
    public String group() {
        return group;
    }

    /** The topics it listens to, as they are named on this Kafka. */
    public List<String> topics() {
        return subscriptions.stream()
                .map(Subscription::topic)
                .distinct()
                .map(topics::named)
                .toList();
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        subscriptions.stream()
                .collect(Collectors.groupingBy(Subscription::topic))
                .forEach((topic, interested) -> containers.add(listening(topic, interested)));
    }

    /** Takes in an event of a topic that did not come along it just now. */
    void take(String topic, CloudEvent event) {
        take(subscriptions.stream().filter(one -> one.topic().equals(topic)).toList(), event);
    }

    private void take(List<? extends Subscription<?>> interested, CloudEvent event) {
        interested.forEach(subscription -> subscription.take(event, inbox, transaction, json));
    }

    private ConcurrentMessageListenerContainer<String, CloudEvent> listening(
            String topic, List<? extends Subscription<?>> interested) {
        var container = factory.createContainer(topics.named(topic));
        container.setBeanName(topic);
        container.getContainerProperties().setGroupId(group);
        container.setupMessageListener((MessageListener<String, CloudEvent>) received -> {
            // a tombstone of a compacted topic carries no event
            if (received.value() != null) {
                take(interested, received.value());
            }
        });
        container.start();
        return container;
    }

    @Override
    public synchronized void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
        containers.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !containers.isEmpty();
    }
}
