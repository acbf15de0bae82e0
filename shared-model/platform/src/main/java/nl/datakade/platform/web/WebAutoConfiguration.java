package nl.datakade.platform.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import nl.datakade.platform.city.City;
import nl.datakade.platform.security.Caller;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration
class WebAutoConfiguration {

    /** By default plain JSON would be sent under any name that ends in +json, such as application/ld+json. */
    private static final List<MediaType> JSON = List.of(
            MediaType.APPLICATION_JSON,
            MediaType.APPLICATION_PROBLEM_JSON,
            MediaType.parseMediaType("application/merge-patch+json"),
            MediaType.parseMediaType("application/vnd.spring-boot.actuator.v3+json"));

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    FilterRegistrationBean<ApiVersionFilter> apiVersion(
            @Value("${datakade.api.version}") String version, @Value("${springdoc.api-docs.path}") String openApi) {
        var filter = new FilterRegistrationBean<>(new ApiVersionFilter(version, openApi));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /**
     * Addresses with an encoded slash, which Tomcat would refuse by itself, come to the security filters, which refuse
     * them with a problem document. A client that asks first (Expect: 100-continue) is told to go on only when the body
     * is wanted.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connector() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling("passthrough");
            connector.setEncodedReverseSolidusHandling("passthrough");
            connector.setProperty("continueResponseTiming", "onRead");
        });
    }

    /** A request may not say what nobody understands or can store; an event or a stored state of a newer version may. */
    @Bean
    ServerHttpMessageConvertersCustomizer strictBodies(JsonMapper json) {
        var strict = JsonMergePatch.strict(json);
        var converter = new JacksonJsonHttpMessageConverter(strict);
        converter.setSupportedMediaTypes(JSON);
        return converters -> converters.withJsonConverter(converter);
    }

    @Bean
    StorableText storableText() {
        return new StorableText();
    }

    @Bean
    StorableMoment storableMoment() {
        return new StorableMoment();
    }

    @Bean
    OpenAPI openApi(
            @Value("${datakade.api.version}") String version,
            @Value("${datakade.api.title}") String title,
            @Value("${datakade.api.base-path}") String basePath,
            City city) {
        return OpenApiDescription.of(version, title, basePath, city);
    }

    @Bean
    OpenApiCustomizer openApiCompletion(
            @Value("${datakade.api.version}") String version, @Value("${datakade.api.base-path}") String basePath) {
        return new OpenApiCompletion(version, basePath);
    }

    @Bean
    ModelResolver schemaNames(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(true);
    }
}
