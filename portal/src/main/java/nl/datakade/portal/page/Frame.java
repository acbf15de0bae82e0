package nl.datakade.portal.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.visitor.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands around every page, those that show an error too; templates call it {@code @frame}. */
@Component
public class Frame {

    private final Site site;
    private final Health health;

    Frame(Site site, Health health) {
        this.site = site;
        this.health = health;
    }

    public String city() {
        return site.city();
    }

    public @Nullable Person person() {
        return Person.of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** The services that do not answer. */
    public List<Service> away() {
        return health.away();
    }

    /** This page in the other language; on an error page, the start page. */
    public String otherLanguage() {
        var request = request();
        var page = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null
                ? UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString())
                : UriComponentsBuilder.fromPath("/");
        var other = LocaleContextHolder.getLocale().getLanguage().equals(Language.DUTCH.getLanguage()) ? "en" : "nl";
        return page.replaceQueryParam("lang", other).build().toUriString();
    }

    /** First step of the path, to mark the current item of the menu. */
    public String section() {
        var steps = request().getRequestURI().split("/", 3);
        return steps.length > 1 ? steps[1] : "";
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
