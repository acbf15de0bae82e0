package nl.datakade.platform.web;

import java.util.Locale;
import nl.datakade.platform.problem.ProblemDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** JSON is labelled as what it is, and an error without a body gets a problem document. */
@RestControllerAdvice
class JsonAnswers implements ResponseBodyAdvice<Object> {

    private final ProblemDocuments documents;

    JsonAnswers(ProblemDocuments documents) {
        this.documents = documents;
    }

    /** Whether a controller's method answers with an object that becomes JSON. */
    static boolean isGivenBy(HandlerMethod method) {
        var type = ResolvableType.forMethodReturnType(method.getMethod());
        var body = type.resolve(Void.class);
        if (HttpEntity.class.isAssignableFrom(body)) {
            body = type.as(HttpEntity.class).getGeneric().resolve(Void.class);
        }
        return body != void.class
                && body != Void.class
                && body != byte[].class
                && !CharSequence.class.isAssignableFrom(body)
                && !Resource.class.isAssignableFrom(body)
                && !StreamingResponseBody.class.isAssignableFrom(body);
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType chosen,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var status = status(response);
        if (body == null && status.isError()) {
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            return documents.of(status, locale());
        }
        if (chosen.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                && !chosen.getParameters().isEmpty()) {
            response.getHeaders().setContentType(MediaType.APPLICATION_JSON); // not the parameters of Accept
        }
        return body;
    }

    private static HttpStatusCode status(ServerHttpResponse response) {
        return HttpStatusCode.valueOf(
                response instanceof ServletServerHttpResponse servlet
                        ? servlet.getServletResponse().getStatus()
                        : 200);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
