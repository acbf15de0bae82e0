package nl.datakade.ingest.stream;

import java.util.HashMap;
import java.util.Map;
import nl.datakade.platform.event.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    static final String TOPIC = "datakade.ingest.observation";

    /** A request's observations are one record; what senders may send is far below. */
    private static final String LARGEST_RECORD = Integer.toString(16 << 20);

    @Bean
    NewTopic observations(
            Topics topics, StreamProperties properties, @Value("${datakade.kafka.replicas:1}") int replicas) {
        return TopicBuilder.name(topics.named(TOPIC))
                .partitions(properties.partitions())
                .replicas(replicas)
                .config(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(properties.kept().toMillis()))
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGEST_RECORD)
                .build();
    }

    @Bean
    ObservationTopic observationTopic(Topics topics, KafkaAdmin admin) {
        return new ObservationTopic(topics.named(TOPIC), admin);
    }

    @Bean
    ObservationLog observationLog(ProducerFactory<?, ?> events, ObservationTopic topic, StreamProperties properties) {
        Map<String, Object> settings = new HashMap<>(events.getConfigurationProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                properties.acknowledged().toMillis());
        settings.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) properties.acknowledged().toMillis() / 2);
        settings.put(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, properties.acknowledged().toMillis());
        var producers = new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer());
        return new ObservationLog(producers, topic.name(), properties.acknowledged());
    }

    /** Its own offsets stand in the database, see {@link StreamOffsets}; the group only shares out partitions. */
    @Bean
    ObservationFeed observationFeed(ConsumerFactory<?, ?> events, ObservationTopic topic, StreamOffsets offsets) {
        Map<String, Object> settings = new HashMap<>(events.getConfigurationProperties());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        var consumers =
                new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        return new ObservationFeed(consumers, topic, offsets);
    }
}
