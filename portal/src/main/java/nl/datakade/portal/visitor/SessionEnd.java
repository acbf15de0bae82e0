package nl.datakade.portal.visitor;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import nl.datakade.portal.form.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A form of one of our own pages that comes after its session has ended is not lost: its sender signs in again, comes back
 * to the page, and finds what was typed in its place. It is not sent by itself: the sender may be another person now.
 */
final class SessionEnd implements AccessDeniedHandler {

    private static final String SIGNED_IN_AGAIN = "signedInAgain";

    private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();
    private final FlashMapManager flash;
    private final EarlierSession earlier;

    SessionEnd(FlashMapManager flash, EarlierSession earlier) {
        this.flash = flash;
        this.earlier = earlier;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var page = denied instanceof CsrfException ? ownPage(request) : null;
        if (page == null) {
            otherwise.handle(request, response, denied);
            return;
        }
        var signedIn = Person.of(SecurityContextHolder.getContext().getAuthentication()) != null;
        if (signedIn || earlier.isProvedBy(request)) { // anybody can send what looks like a form of ours
            keep(request, response, page);
        }
        lead(request, response, signedIn ? page.toString() : SignIn.START);
    }

    /** For who has a session here and none at Keycloak any more; false when the request is no form of our own. */
    boolean signInAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = request.getMethod().equals("POST") ? ownPage(request) : null;
        if (page == null) {
            return false;
        }
        keep(request, response, page);
        lead(request, response, SignIn.START);
        return true;
    }

    private void keep(HttpServletRequest request, HttpServletResponse response, URI page) {
        var kept = new FlashMap();
        kept.put(Typed.NAME, Typed.of(request));
        kept.put(SIGNED_IN_AGAIN, true);
        kept.setTargetRequestPath(page.getPath());
        kept.addTargetRequestParams(UriComponentsBuilder.fromUri(page).build().getQueryParams());
        flash.saveOutputFlashMap(kept, request, response);
        request.getSession().setAttribute(SignIn.WANTED, new SimpleSavedRequest(page.toString()));
    }

    /** A script that sends a form cannot follow to Keycloak; it loads its page again, which does. */
    private static void lead(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        var mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null && !mode.equals("navigate")) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.sendRedirect(address);
    }

    /** The page that the form stood on; null when it is not one of ours, for then somebody else filled it in. */
    private static @Nullable URI ownPage(HttpServletRequest request) {
        var here = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        var referer = request.getHeader(HttpHeaders.REFERER);
        if (!here.equals(request.getHeader(HttpHeaders.ORIGIN)) || referer == null || !referer.startsWith(here + "/")) {
            return null;
        }
        try {
            return URI.create(referer);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
