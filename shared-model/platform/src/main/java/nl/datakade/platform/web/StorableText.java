package nl.datakade.platform.web;

import org.springframework.core.convert.converter.Converter;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Text without the character U+0000: JSON and addresses can hold it, the database cannot. */
final class StorableText implements Converter<String, String> {

    private static final String REFUSED = "has the character U+0000";

    static boolean isStorable(String text) {
        return text.indexOf('\0') < 0;
    }

    /** Of a parameter. */
    @Override
    public String convert(String text) {
        if (!isStorable(text)) {
            throw new IllegalArgumentException(REFUSED);
        }
        return text;
    }

    /** In a body. */
    static SimpleModule module() {
        return new SimpleModule("storable text")
                .addDeserializer(String.class, new Value())
                .addKeyDeserializer(String.class, new Key());
    }

    private static final class Value extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            var text = super.deserialize(parser, context);
            if (text != null && !isStorable(text)) {
                throw context.weirdStringException(text, String.class, REFUSED);
            }
            return text;
        }
    }

    private static final class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            if (!isStorable(key)) {
                throw context.weirdKeyException(String.class, key, REFUSED);
            }
            return key;
        }
    }
}
