package nl.datakade.access.query;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Breaks the connection when an answer that is partly sent cannot be completed: half an answer must not look like a
 * whole one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenAnswerFilter extends OncePerRequestFilter {

    static final String BROKEN = BrokenAnswerFilter.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(BROKEN) != null) {
            throw new ServletException("An answer broke off after it had begun");
        }
    }
}
