package nl.datakade.platform.object;

import io.minio.MinioAsyncClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@EnableConfigurationProperties(ObjectStoreProperties.class)
class ObjectAutoConfiguration {

    @Bean
    MinioAsyncClient minioClient(ObjectStoreProperties properties) {
        return MinioAsyncClient.builder()
                .endpoint(properties.endpoint().toString())
                .region(properties.region())
                .credentials(properties.accessKey(), properties.secretKey())
                .build();
    }

    @Bean
    ObjectStore objectStore(MinioAsyncClient client, ObjectStoreProperties properties) {
        var buffers = new PartBuffers((int) properties.partSize().toBytes(), properties.partBuffers());
        var cache =
                new ObjectCache(properties.cacheFolder(), properties.cacheSize().toBytes());
        return new ObjectStore(client, properties.bucket(), buffers, cache);
    }
}
