package nl.datakade.platform.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import nl.datakade.platform.city.City;
import nl.datakade.platform.problem.ProblemDocuments;
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
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration
@Import(JsonAnswers.class)
class WebAutoConfiguration {

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
     * them with a problem document. A client that asks first (Expect: 100-continue) gets to go on only when the body
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

    /** The security filters run it, right after they have set their headers. */
    @Bean
    FilterRegistrationBean<WellFormedRequests> wellFormedRequests(ProblemDocuments documents, JsonMapper json) {
        var filter = new FilterRegistrationBean<>(new WellFormedRequests(documents, json));
        filter.setEnabled(false);
        return filter;
    }

    @Bean
    WebMvcConfigurer understoodRequests() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new UnderstoodRequests());
            }
        };
    }

    /** A request may not say what nobody understands or can store; an event or a stored state of a newer version may. */
    @Bean
    ServerHttpMessageConvertersCustomizer strictBodies(JsonMapper json) {
        var strict = JsonMergePatch.strict(json);
        return converters -> converters.withJsonConverter(new StrictJson(strict));
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
