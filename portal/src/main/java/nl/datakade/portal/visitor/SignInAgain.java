package nl.datakade.portal.visitor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Whose tokens cannot be renewed signs in again, and gets back what was typed. */
@ControllerAdvice
class SignInAgain {

    private final SessionEnd end;

    SignInAgain(SessionEnd end) {
        this.end = end;
    }

    @ExceptionHandler
    void handle(ClientAuthorizationRequiredException ended, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!end.signInAgain(request, response)) {
            throw ended;
        }
    }
}
