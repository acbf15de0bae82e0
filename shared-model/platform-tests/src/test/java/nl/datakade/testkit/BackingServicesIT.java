package nl.datakade.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig
@BackingServices("quality")
@TestConstructor(autowireMode = AutowireMode.ALL)
class BackingServicesIT {

    private final Environment environment;

    BackingServicesIT(Environment environment) {
        this.environment = environment;
    }

    @Test
    void aServiceOwnsASchemaOfItsNameInADatabaseWithTheExtensions() {
        var jdbc = JdbcClient.create(new DriverManagerDataSource(
                value("DATAKADE_POSTGRES_URL"), value("DATAKADE_POSTGRES_USER"), value("DATAKADE_POSTGRES_PASSWORD")));
        jdbc.sql("create table counter (name text)").update();
        assertThat(jdbc.sql("select current_schema() || similarity('fiets', 'fietsen')")
                        .query(String.class)
                        .single())
                .startsWith("quality0.");
    }

    @Test
    void kafkaCarriesARecord() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", value("DATAKADE_KAFKA"));
        var topic = value("DATAKADE_KAFKA_TOPIC_PREFIX") + "roundtrip";
        try (var admin = Admin.create(settings);
                var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
                var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(10)).records(partition))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo("value"));
        }
    }

    @Test
    void theBucketKeepsAnObject() throws Exception {
        var content = "één".getBytes(StandardCharsets.UTF_8);
        var client = MinioClient.builder()
                .endpoint(value("DATAKADE_S3_ENDPOINT"))
                .credentials(value("DATAKADE_S3_ACCESS_KEY"), value("DATAKADE_S3_SECRET_KEY"))
                .build();
        var bucket = value("DATAKADE_S3_BUCKET");
        client.putObject(PutObjectArgs.builder().bucket(bucket).object("landing/a/b/content").stream(
                        new ByteArrayInputStream(content), (long) content.length, -1L)
                .build());
        try (var object = client.getObject(GetObjectArgs.builder()
                .bucket(bucket)
                .object("landing/a/b/content")
                .build())) {
            assertThat(object.readAllBytes()).isEqualTo(content);
        }
    }

    private String value(String variable) {
        return environment.getRequiredProperty(variable);
    }
}
