package nl.datakade.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.problem.ProblemDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses an address whose percents do not stand for text, before anything reads a parameter: whoever did would get an
 * exception, and the caller an error of the service itself.
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
        if (!QueryString.isEncoded(request.getRequestURI())) {
            refuse(request, response, List.of(invalid("path", null)));
        } else if (!QueryString.isEncoded(request.getQueryString())) {
            refuse(
                    request,
                    response,
                    Arrays.stream(QueryString.pairs(request.getQueryString()))
                            .filter(pair -> !QueryString.isEncoded(pair))
                            .map(pair -> pair.split("=", 2)[0])
                            .map(name -> invalid(
                                    "query", QueryString.isEncoded(name) ? QueryString.decode(name) : null))
                            .distinct()
                            .toList());
        } else {
            chain.doFilter(request, response);
        }
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
