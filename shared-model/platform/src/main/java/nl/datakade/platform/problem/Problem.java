package nl.datakade.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * An error that a caller can do something about, answered as a problem document (RFC 9457) of type
 * {@code /problems/<slug>}. Its words stand in the service's {@code messages*.properties} under
 * {@code problem.<slug>.title}, {@code .detail} and {@code .remedy}, with the arguments as {@code {0}}, {@code {1}}.
 * Features extend it with a sealed hierarchy of their own.
 */
public abstract class Problem extends RuntimeException {

    private final HttpStatusCode status;
    private final String slug;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private transient @Nullable List<InvalidInput> errors;
    private final transient HttpHeaders headers = new HttpHeaders();

    /** Arguments appear in the text of the problem: never a personal value, token or SQL literal. */
    protected Problem(HttpStatusCode status, String slug, Object... arguments) {
        super(slug); // leaves the cause to be set by initCause
        this.status = status;
        this.slug = slug;
        this.arguments = List.of(arguments);
    }

    /** Adds an extension member, such as who must act. */
    protected final Problem with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** Names what was wrong in the input, all of it together. */
    protected final Problem invalid(List<InvalidInput> errors) {
        this.errors = List.copyOf(errors);
        return this;
    }

    /** Says when trying again makes sense, in seconds. */
    protected final Problem retryAfter(int seconds) {
        return header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    }

    /** Adds a header to the answer. */
    protected final Problem header(String name, String value) {
        headers.set(name, value);
        return this;
    }

    public HttpStatusCode status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    List<Object> arguments() {
        return arguments;
    }

    @Nullable
    List<InvalidInput> errors() {
        return errors;
    }

    Map<String, Object> members() {
        return members;
    }

    HttpHeaders headers() {
        return headers;
    }
}
