package nl.datakade.platform.event;

import io.cloudevents.CloudEvent;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import nl.datakade.platform.city.City;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
        })
@EnableConfigurationProperties({TopicProperties.class, RelayProperties.class})
@Import(DeadLetterController.class)
class EventAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Topics topics(TopicProperties properties) {
        return new Topics(properties);
    }

    @Bean
    NewTopics declaredTopics(Topics topics) {
        return topics.all();
    }

    @Bean
    OutboxRelay outboxRelay(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KafkaTemplate<?, ?> kafka,
            Topics topics,
            City city,
            @Value("${spring.application.name}") String service,
            RelayProperties properties,
            Clock clock) {
        return new OutboxRelay(
                jdbc,
                new TransactionTemplate(transactions),
                events(kafka),
                topics,
                city.system(service),
                properties,
                clock);
    }

    @Bean
    Outbox outbox(
            JdbcClient jdbc,
            JsonMapper json,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator,
            Clock clock,
            OutboxRelay relay) {
        return new Outbox(jdbc, json, new TraceParent(tracer, propagator), clock, relay::wake);
    }

    @Bean
    Subscriptions subscriptions(
            ObjectProvider<Subscriber<?>> subscribers,
            ConsumerFactory<?, ?> consumers,
            KafkaTemplate<?, ?> kafka,
            ProducerFactory<?, ?> producers,
            Topics topics,
            TopicProperties properties,
            @Value("${spring.application.name}") String service,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock,
            ApplicationContext context) {
        return new Subscriptions(
                subscribers.orderedStream().map(Subscription::of).toList(),
                containers(consumers, DeadLetters.handler(events(kafka), producers), context),
                topics,
                properties.topicPrefix() + service,
                new Inbox(jdbc, clock),
                new TransactionTemplate(transactions),
                json);
    }

    @Bean
    @SuppressWarnings("unchecked")
    EventHistory eventHistory(
            ConsumerFactory<?, ?> consumers, Topics topics, Subscriptions service, JsonMapper json, Clock clock) {
        return new EventHistory((ConsumerFactory<String, CloudEvent>) consumers, topics, service.group(), json, clock);
    }

    @Bean
    DeadLetterReplay deadLetterReplay(
            ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers, Topics topics, Subscriptions service) {
        var raw = new DefaultKafkaConsumerFactory<>(
                consumers.getConfigurationProperties(), new StringDeserializer(), new ByteArrayDeserializer());
        return new DeadLetterReplay(raw, DeadLetters.raw(producers), topics, service);
    }

    @SuppressWarnings("unchecked")
    private static ConcurrentKafkaListenerContainerFactory<String, CloudEvent> containers(
            ConsumerFactory<?, ?> consumers, CommonErrorHandler errors, ApplicationContext context) {
        var factory = new ConcurrentKafkaListenerContainerFactory<String, CloudEvent>();
        factory.setConsumerFactory((ConsumerFactory<String, CloudEvent>) consumers);
        factory.setCommonErrorHandler(errors);
        factory.setApplicationContext(context); // where its containers find the observation registry
        factory.getContainerProperties().setObservationEnabled(true);
        return factory;
    }

    @SuppressWarnings("unchecked")
    private static KafkaTemplate<String, CloudEvent> events(KafkaTemplate<?, ?> kafka) {
        return (KafkaTemplate<String, CloudEvent>) kafka;
    }
}
