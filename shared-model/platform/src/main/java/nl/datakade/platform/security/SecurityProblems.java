package nl.datakade.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import nl.datakade.platform.problem.ProblemDocuments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** What the security filters refuse, as problem documents. */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(SecurityProblems.class);

    private static final Set<String> TIMES = Set.of(TokenTimes.EXPIRED, TokenTimes.NOT_YET_VALID);

    private final ProblemDocuments documents;
    private final JsonMapper json;

    SecurityProblems(ProblemDocuments documents, JsonMapper json) {
        this.documents = documents;
        this.json = json;
    }

    /** Without a token, with one that is not good, or when Keycloak's keys cannot be had and none have been fetched. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException denied)
            throws IOException {
        if (denied instanceof AuthenticationServiceException) {
            log.warn("Tokens cannot be checked: {}", denied.toString());
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            answer(request, response, HttpStatus.SERVICE_UNAVAILABLE, "identity-provider-unavailable");
            return;
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                denied instanceof InvalidBearerTokenException ? "Bearer error=\"invalid_token\"" : "Bearer");
        answer(request, response, HttpStatus.UNAUTHORIZED, reason(denied));
    }

    private static String reason(AuthenticationException denied) {
        return denied.getCause() instanceof JwtValidationException invalid
                ? invalid.getErrors().stream()
                        .map(OAuth2Error::getErrorCode)
                        .filter(TIMES::contains)
                        .findFirst()
                        .orElse("unauthorized")
                : "unauthorized";
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        answer(request, response, HttpStatus.FORBIDDEN, "forbidden");
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String slug)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), documents.of(status, slug, request.getLocale()));
    }
}
