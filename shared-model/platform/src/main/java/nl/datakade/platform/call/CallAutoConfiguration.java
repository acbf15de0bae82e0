package nl.datakade.platform.call;

import java.net.http.HttpClient;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;

@AutoConfiguration
@EnableConfigurationProperties(CallProperties.class)
class CallAutoConfiguration {

    @Bean
    ServiceCalls serviceCalls(CallProperties properties) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .build());
        requests.setReadTimeout(properties.readTimeout());
        return new ServiceCalls(requests, properties, Clock.systemUTC());
    }
}
