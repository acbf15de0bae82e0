package nl.datakade.platform.object;

import io.minio.MinioAsyncClient;
import java.time.Duration;
import java.util.List;
import nl.datakade.platform.folder.InstanceFolder;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

@AutoConfiguration
@EnableScheduling
@EnableConfigurationProperties(ObjectStoreProperties.class)
class ObjectAutoConfiguration {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(1);

    @Bean
    MinioAsyncClient minioClient(ObjectStoreProperties properties) {
        return MinioAsyncClient.builder()
                .endpoint(properties.endpoint().toString())
                .region(properties.region())
                .credentials(properties.accessKey(), properties.secretKey())
                .httpClient(http())
                .build();
    }

    /** Everything goes to one host, for which OkHttp by itself allows five requests at once. */
    private static OkHttpClient http() {
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(CONNECT)
                .writeTimeout(ANSWER)
                .readTimeout(ANSWER)
                .build();
    }

    /** Of this instance alone: another one that makes room must not remove what this one is about to read. */
    @Bean(destroyMethod = "close")
    InstanceFolder objectCacheFolder(ObjectStoreProperties properties) {
        return InstanceFolder.createIn(properties.cacheFolder());
    }

    @Bean
    ObjectCache objectCache(@Qualifier("objectCacheFolder") InstanceFolder folder, ObjectStoreProperties properties) {
        return new ObjectCache(
                folder.path().resolve("objects"), properties.cacheSize().toBytes());
    }

    @Bean
    TidyCopies tidyCopies(ObjectCache cache, ObjectStoreProperties properties) {
        return new TidyCopies(cache, properties.cacheUnused());
    }

    @Bean
    ObjectStore objectStore(MinioAsyncClient client, ObjectStoreProperties properties, ObjectCache cache) {
        var buffers = new PartBuffers((int) properties.partSize().toBytes(), properties.partBuffers());
        return new ObjectStore(client, properties.bucket(), buffers, cache);
    }
}
