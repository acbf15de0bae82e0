package nl.datakade.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.problem.ProblemDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses an address whose percents do not stand for text, and a header that cannot be read, before anything reads them:
 * whatever did would get an exception, and the caller an error of the service itself.
 */
final class WellFormedRequests extends OncePerRequestFilter {

    private final ProblemDocuments documents;
    private final JsonMapper json;

    WellFormedRequests(ProblemDocuments documents, JsonMapper json) {
        this.documents = documents;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var headers = unreadableHeaders(request);
        if (!headers.isEmpty()) {
            refuse(request, response, headers);
        } else if (!QueryString.isEncoded(request.getRequestURI())) {
            refuse(request, response, List.of(invalid("path", null)));
        } else if (!QueryString.isEncoded(request.getQueryString())) {
            refuse(
                    request,
                    response,
                    Arrays.stream(QueryString.pairs(request.getQueryString()))
                            .filter(pair -> !QueryString.isEncoded(pair))
                            .map(pair -> pair.split("=", 2)[0])
                            .map(name ->
                                    invalid("query", QueryString.isEncoded(name) ? QueryString.decode(name) : null))
                            .distinct()
                            .toList());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The firewall throws when one is read that has control characters, as text in another encoding than ASCII may. */
    private static List<InvalidInput> unreadableHeaders(HttpServletRequest request) {
        var names = request.getHeaderNames();
        var unreadable = new ArrayList<InvalidInput>();
        while (names.hasMoreElements()) {
            var name = names.nextElement();
            try {
                Collections.list(request.getHeaders(name));
            } catch (RequestRejectedException ofValue) {
                unreadable.add(new InvalidInput("header", name, "{expected.header-text}", null, null));
            }
        }
        return unreadable;
    }

    private static InvalidInput invalid(String in, @Nullable String name) {
        return new InvalidInput(in, name, "{expected.percent-encoding}", null, null);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, List<InvalidInput> errors)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), documents.invalid(errors, request.getLocale()));
    }
}
