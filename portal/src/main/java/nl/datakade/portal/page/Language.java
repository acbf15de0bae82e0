package nl.datakade.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Dutch, unless the visitor chose English with {@code ?lang=en}; a cookie remembers the choice. */
@Configuration
class Language implements WebMvcConfigurer {

    static final Locale DUTCH = Locale.of("nl", "NL");
    private static final Locale ENGLISH = Locale.of("en", "GB");
    private static final List<Locale> SPOKEN = List.of(DUTCH, ENGLISH);

    /** The spoken language that this tag begins with, or null. */
    static @Nullable Locale spoken(@Nullable String tag) {
        return SPOKEN.stream()
                .filter(language -> tag != null && tag.startsWith(language.getLanguage()))
                .findFirst()
                .orElse(null);
    }

    private final PublicAddress address;

    Language(PublicAddress address) {
        this.address = address;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("language");
        resolver.setDefaultLocale(DUTCH);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSecure(address.isEncrypted());
        resolver.setCookieSameSite("Lax");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                var chosen = spoken(request.getParameter("lang"));
                if (chosen != null) {
                    localeResolver().setLocale(request, response, chosen);
                }
                return true;
            }
        });
    }
}
