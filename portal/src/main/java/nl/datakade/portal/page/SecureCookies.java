package nl.datakade.portal.page;

import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The session's cookie travels encrypted only, where the portal is reached that way. */
@Configuration
class SecureCookies {

    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> secureSessionCookie(PublicAddress address) {
        return factory -> factory.getSettings().getSession().getCookie().setSecure(address.isEncrypted());
    }
}
