package nl.datakade.portal.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import nl.datakade.portal.visitor.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What the frame around every page shows. */
@ControllerAdvice
class EveryPage {

    private final Site site;
    private final Health health;

    EveryPage(Site site, Health health) {
        this.site = site;
        this.health = health;
    }

    @ModelAttribute("city")
    String city() {
        return site.city();
    }

    @ModelAttribute("person")
    @Nullable
    Person person(@Nullable Authentication authentication) {
        return Person.of(authentication);
    }

    @ModelAttribute("health")
    Health health() {
        return health;
    }

    /** This page in the other language. */
    @ModelAttribute("otherLanguage")
    String otherLanguage(HttpServletRequest request, Locale language) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var page = failed == null
                ? UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString())
                : UriComponentsBuilder.fromPath("/");
        return page.replaceQueryParam("lang", Language.DUTCH.getLanguage().equals(language.getLanguage()) ? "en" : "nl")
                .build()
                .toUriString();
    }

    /** First step of the path, to mark the current item of the menu. */
    @ModelAttribute("section")
    String section(HttpServletRequest request) {
        var steps = request.getRequestURI().split("/", 3);
        return steps.length > 1 ? steps[1] : "";
    }
}
