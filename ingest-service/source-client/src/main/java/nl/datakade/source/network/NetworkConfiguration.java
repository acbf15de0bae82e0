package nl.datakade.source.network;

import java.net.InetAddress;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NetworkConfiguration {

    @Bean
    @ConditionalOnMissingBean
    HostLookup hostLookup() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
