package nl.datakade.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.datakade.platform.problem.ProblemDocuments;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nobody gets in without a token of this city's Keycloak, except to health and the API description; which role may do
 * what stands at each controller.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
@EnableMethodSecurity
class SecurityAutoConfiguration {

    private static final long HSTS_SECONDS = Duration.ofDays(365).toSeconds();

    @Bean
    SecurityFilterChain resourceServer(
            HttpSecurity http,
            ProblemDocuments documents,
            JsonMapper json,
            @Qualifier("wellFormedRequests") FilterRegistrationBean<?> wellFormed,
            @Value("${springdoc.api-docs.path}") String openApi,
            @Value("${datakade.api.public-paths:}") List<String> publicPaths) {
        var problems = new SecurityProblems(documents, json);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, openApi, "/error")
                        .permitAll()
                        .requestMatchers(request ->
                                request.getMethod().equals("GET") && publicPaths.contains(request.getRequestURI()))
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyRole("admin", "service")
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .withObjectPostProcessor(answersWhenTokensCannotBeChecked(problems)))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterAfter(wellFormed.getFilter(), HeaderWriterFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .httpStrictTransportSecurity(
                                hsts -> hsts.maxAgeInSeconds(HSTS_SECONDS).requestMatcher(_ -> true)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // no cookies, so nothing to forge
                .build();
    }

    /** By default the filter throws then, which would be an error of ours. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answersWhenTokensCannotBeChecked(
            SecurityProblems problems) {
        var answer = new AuthenticationEntryPointFailureHandler(problems);
        answer.setRethrowAuthenticationServiceException(false);
        return new ObjectPostProcessor<>() {
            @Override
            public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
                filter.setAuthenticationFailureHandler(answer);
                return filter;
            }
        };
    }

    /** A wrapper around every filter costs more than the filters; the request itself is observed all the same. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    OAuth2TokenValidator<Jwt> tokenTimes() {
        return new TokenTimes(Clock.systemUTC());
    }

    @Bean
    static BeanPostProcessor verifiedTokens() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder decoder ? new VerifiedTokens(decoder, Clock.systemUTC()) : bean;
            }
        };
    }

    @Bean
    WebMvcConfigurer callerArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }
}
