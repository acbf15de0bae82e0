package nl.datakade.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of requests and answers. It reads every kind of JSON that a controller consumes, and writes application/json and
 * problem documents only: other kinds, such as application/ld+json, promise a form that the answer does not have.
 */
final class StrictJson extends JacksonJsonHttpMessageConverter {

    /** The framework's own endpoints name their form, and have it. */
    private static final String ACTUATOR = "vnd.spring-boot.actuator.";

    private static final MediaType OTHER_JSON = new MediaType("application", "*+json");

    StrictJson(JsonMapper strict) {
        super(strict);
        setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON));
    }

    @Override
    protected boolean canRead(@Nullable MediaType mediaType) {
        return super.canRead(mediaType) || OTHER_JSON.includes(mediaType);
    }

    @Override
    protected boolean canWrite(@Nullable MediaType mediaType) {
        return super.canWrite(mediaType)
                || MediaType.APPLICATION_PROBLEM_JSON.equalsTypeAndSubtype(mediaType)
                || (mediaType != null && mediaType.getSubtype().startsWith(ACTUATOR));
    }
}
