package nl.datakade.ingest.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What tus asks of every request: its version on the answer, and the method that a client says it cannot send. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TusFilter extends OncePerRequestFilter {

    private static final Set<String> OVERRIDES = Set.of("PATCH", "DELETE");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(Tus.RESUMABLE, Tus.VERSION);
        var meant = request.getHeader("X-HTTP-Method-Override");
        var isOverridden = meant != null
                && OVERRIDES.contains(meant)
                && request.getMethod().equals("POST");
        chain.doFilter(isOverridden ? new Overridden(request, meant) : request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/ingest/v1/uploads");
    }

    private static final class Overridden extends HttpServletRequestWrapper {

        private final String method;

        Overridden(HttpServletRequest request, String method) {
            super(request);
            this.method = method;
        }

        @Override
        public String getMethod() {
            return method;
        }
    }
}
