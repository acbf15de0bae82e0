package nl.datakade.portal.visitor;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Back to where the visitor wanted to go, in a session that lasts and with proof of it for when it has ended. */
final class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final int MINUTE = 60;

    private final EarlierSession earlier;

    SignedIn(RequestCache wanted, EarlierSession earlier) {
        setRequestCache(wanted);
        this.earlier = earlier;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        request.getSession().setMaxInactiveInterval(request.getServletContext().getSessionTimeout() * MINUTE);
        earlier.prove(request, response);
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
