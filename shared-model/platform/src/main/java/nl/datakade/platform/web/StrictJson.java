package nl.datakade.platform.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of requests and answers. It reads every kind of JSON that a controller consumes, and writes application/json and
 * problem documents only: other kinds, such as application/ld+json, promise a form that the answer does not have.
 * A document that is read is in memory as a whole, so its length is bounded; what a controller reads as a stream, such as
 * a file, does not come here.
 */
final class StrictJson extends JacksonJsonHttpMessageConverter {

    /** The framework's own endpoints name their form, and have it. */
    private static final String ACTUATOR = "vnd.spring-boot.actuator.";

    private static final DataSize LONGEST = DataSize.ofMegabytes(1);

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
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        return super.read(type, new BoundedBody(message, LONGEST), hints);
    }

    @Override
    protected boolean canWrite(@Nullable MediaType mediaType) {
        return super.canWrite(mediaType)
                || MediaType.APPLICATION_PROBLEM_JSON.equalsTypeAndSubtype(mediaType)
                || (mediaType != null && mediaType.getSubtype().startsWith(ACTUATOR));
    }
}
