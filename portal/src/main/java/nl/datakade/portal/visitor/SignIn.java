package nl.datakade.portal.visitor;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import nl.datakade.portal.form.FormToken;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Signing in through Keycloak (authorization code with PKCE). Tokens live in the session on the server; the browser holds
 * a session cookie, and one that says that it had a session ({@link EarlierSession}).
 */
@Configuration
@EnableMethodSecurity
class SignIn {

    static final String KEYCLOAK = "keycloak";

    static final String START = "/oauth2/authorization/" + KEYCLOAK;

    /** In the session: where a visitor wanted to go before signing in. */
    static final String WANTED = "wanted";

    /** Signing in may take a while; until then what was typed is kept. */
    private static final int HALF_AN_HOUR = 1800;

    /** Of a session of whom nobody knows who it is: anybody can have many of them. */
    private static final int TEN_MINUTES = 600;

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            KeycloakClient keycloak,
            LogoutSuccessHandler atKeycloakToo,
            SessionEnd sessionEnd,
            EarlierSession earlier) {
        var wanted = backToTheSameAddress();
        return http.authorizeHttpRequests(
                        pages -> pages.requestMatchers("/", "/session", "/favicon.ico", "/assets/**", "/error")
                                .permitAll()
                                .requestMatchers("/disclosures/**")
                                .hasAnyRole("privacy", "fg")
                                .anyRequest()
                                .authenticated())
                .oauth2Login(signIn -> signIn.loginPage("/")
                        .failureUrl("/?sign-in=failed")
                        .successHandler(new SignedIn(wanted, earlier)))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(START))
                                .accessDeniedHandler(sessionEnd))
                .csrf(csrf -> csrf.csrfTokenRequestHandler(new FormToken()))
                .requestCache(cache -> cache.requestCache(wanted))
                .logout(signOut -> signOut.logoutUrl("/sign-out")
                        // what the browser still holds of the pages goes too
                        .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE)))
                        .logoutSuccessHandler(atKeycloakToo))
                .headers(headers -> BrowserRules.apply(headers, keycloak.origin()))
                .build();
    }

    /** Without a parameter of its own in the address. */
    @SuppressWarnings("NullAway") // null is what the documentation asks for
    private static HttpSessionRequestCache backToTheSameAddress() {
        var wanted = new HttpSessionRequestCache();
        wanted.setMatchingRequestParameterName(null);
        wanted.setSessionAttrName(WANTED);
        return wanted;
    }

    @Bean
    static SessionFlashMapManager flashMapManager() {
        var flash = new NewestFlash();
        flash.setFlashMapTimeout(HALF_AN_HOUR);
        return flash;
    }

    @Bean
    static SessionEnd sessionEnd(FlashMapManager flash, EarlierSession earlier) {
        return new SessionEnd(flash, earlier);
    }

    @Bean
    static EarlierSession earlierSession(KeycloakClient keycloak) {
        return new EarlierSession(keycloak.clientSecret(), Clock.systemUTC());
    }

    /** {@link SignedIn} lets it last. */
    @Bean
    static HttpSessionListener shortUntilSignedIn() {
        return new HttpSessionListener() {
            @Override
            public void sessionCreated(HttpSessionEvent created) {
                created.getSession().setMaxInactiveInterval(TEN_MINUTES);
            }
        };
    }

    /** Looked up at first use, so that the portal starts, and says so calmly, while Keycloak is away. */
    @Bean
    ClientRegistrationRepository clientRegistrations(KeycloakClient keycloak) {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                ClientRegistrations.fromIssuerLocation(keycloak.issuer().toString())
                        .registrationId(KEYCLOAK)
                        .clientId(keycloak.clientId())
                        .clientSecret(keycloak.clientSecret())
                        .scope("openid")
                        .build()));
    }

    @Bean
    OAuth2AuthorizedClientRepository tokensInSession() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    LogoutSuccessHandler atKeycloakToo(ClientRegistrationRepository clients) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }

    @Bean
    GrantedAuthoritiesMapper realmRoles() {
        return authorities -> {
            var all = new HashSet<GrantedAuthority>(authorities);
            authorities.forEach(authority -> {
                if (authority instanceof OidcUserAuthority user) {
                    var roles = user.getIdToken().getClaimAsStringList("roles");
                    (roles == null ? List.<String>of() : roles)
                            .forEach(role -> all.add(new SimpleGrantedAuthority("ROLE_" + role)));
                }
            });
            return all;
        };
    }

    @Bean
    WebMvcConfigurer visitorArgument(ClientRegistrationRepository clients, OAuth2AuthorizedClientRepository tokens) {
        var manager = new DefaultOAuth2AuthorizedClientManager(clients, tokens);
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new VisitorArgument(manager));
            }
        };
    }
}
