package nl.datakade.portal.api;

import java.util.regex.Pattern;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Text that people gave the services comes without the marks that turn the direction of what stands around it: a keyword
 * must not be able to make another say the opposite. Right-to-left scripts need none of them.
 */
@Configuration
class PlainText {

    private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    @Bean
    JsonMapperBuilderCustomizer withoutTurns() {
        return builder -> builder.addModule(new SimpleModule().addDeserializer(String.class, new Straight()));
    }

    /** What a service of an earlier version does not send yet counts as no, or as zero. */
    @Bean
    JsonMapperBuilderCustomizer forgivingOfWhatIsNotSentYet() {
        return builder -> builder.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    private static final class Straight extends StdScalarDeserializer<String> {

        Straight() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            return TURNS.matcher(StringDeserializer.instance.deserialize(parser, context))
                    .replaceAll("");
        }
    }
}
