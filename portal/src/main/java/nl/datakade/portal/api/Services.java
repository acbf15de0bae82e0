package nl.datakade.portal.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.ImportHttpServices;

/** Addresses and patience stand in {@code spring.http.serviceclient.<group>}. */
@Configuration
@ImportHttpServices(group = "catalog", types = Catalog.class)
@ImportHttpServices(group = "ingest", types = Ingest.class)
@ImportHttpServices(group = "quality", types = Quality.class)
@ImportHttpServices(group = "access", types = Access.class)
class Services {

    @Bean
    RestClientHttpServiceGroupConfigurer inTheNameOfTheVisitor() {
        return groups ->
                groups.forEachProxyFactory((_, factory) -> factory.customArgumentResolver(new VisitorHeaders()));
    }
}
