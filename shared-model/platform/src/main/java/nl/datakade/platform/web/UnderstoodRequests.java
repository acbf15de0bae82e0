package nl.datakade.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.datakade.platform.problem.InvalidInput;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses, before a controller does anything, what it would not understand: a parameter that it does not declare, one
 * given twice that is meant once, and an Accept that asks for another form than it answers in.
 */
final class UnderstoodRequests implements HandlerInterceptor {

    private static final String OURS = "nl.datakade.";

    private final Map<Method, DeclaredParameters> declared = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        if (handler instanceof HandlerMethod method
                && request.getDispatcherType() == DispatcherType.REQUEST
                && method.getBeanType().getName().startsWith(OURS)) {
            requireParameters(
                    request, declared.computeIfAbsent(method.getMethod(), _ -> DeclaredParameters.of(method)));
            requireAnswerable(request, method);
        }
        return true;
    }

    private static void requireParameters(HttpServletRequest request, DeclaredParameters declared) {
        var errors = new ArrayList<InvalidInput>();
        QueryString.names(request.getQueryString()).forEach((name, times) -> {
            if (!declared.has(name)) {
                errors.add(InvalidInput.query(name, declared.expected()));
            } else if (times > 1 && !declared.isList(name)) {
                errors.add(InvalidInput.query(name, "{expected.once}"));
            }
        });
        if (!errors.isEmpty()) {
            throw new NotUnderstood(errors);
        }
    }

    /** Where a controller names its forms, the choice of the controller has settled it already. */
    private static void requireAnswerable(HttpServletRequest request, HandlerMethod method)
            throws HttpMediaTypeNotAcceptableException {
        if (request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null
                && JsonAnswers.isGivenBy(method)
                && !acceptsJson(request)) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
        }
    }

    private static boolean acceptsJson(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        var fields = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        try {
            return fields.isEmpty()
                    || MediaType.parseMediaTypes(fields).stream()
                            .anyMatch(type -> type.getQualityValue() > 0 && type.includes(MediaType.APPLICATION_JSON));
        } catch (InvalidMediaTypeException malformed) {
            throw new HttpMediaTypeNotAcceptableException("Accept is not a list of media types");
        }
    }
}
