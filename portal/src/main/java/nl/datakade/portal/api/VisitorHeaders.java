package nl.datakade.portal.api;

import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;

/** Sends a call in the name of the visitor whom it takes as a parameter, and asks for an answer in the visitor's language. */
final class VisitorHeaders implements HttpServiceArgumentResolver {

    @Override
    public boolean resolve(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder request) {
        if (!(argument instanceof Visitor visitor)) {
            return false;
        }
        request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + visitor.token());
        request.addHeader(HttpHeaders.ACCEPT_LANGUAGE, visitor.language().toLanguageTag());
        return true;
    }
}
