package nl.datakade.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The full version of the API on every answer (NLGov API Design Rules, /core/version-header). */
final class ApiVersionFilter extends OncePerRequestFilter {

    private final String version;
    private final String openApi;

    ApiVersionFilter(String version, String openApi) {
        this.version = version;
        this.openApi = openApi;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("API-Version", version);
        if (request.getRequestURI().equals(openApi)) {
            response.setHeader("Access-Control-Allow-Origin", "*");
        }
        chain.doFilter(request, response);
    }

    /** What the servlet container refuses by itself comes here as an error dispatch only. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
