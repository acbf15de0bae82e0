package nl.datakade.ingest.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.datakade.ingest.delivery.Delivery.Correction;
import nl.datakade.ingest.landing.Corrections;
import nl.datakade.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Upload-Metadata: pairs of a key and a text in base64. The keys {@code dataset}, {@code department}, {@code corrects},
 * {@code reason}, {@code sha256} are ours; {@code filename} and {@code filetype}, or {@code name} and {@code type}, are what tus clients send by themselves.
 */
record Metadata(Map<String, String> values) {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x2b\\x2d-\\x7e]{1,100}");

    static Metadata parse(@Nullable String field, List<InvalidInput> errors) {
        var values = new HashMap<String, String>();
        if (field != null && !field.isBlank()) {
            for (var pair : field.split(",", -1)) {
                var parts = pair.strip().split(" ", 2);
                var value = text(parts.length == 2 ? parts[1].strip() : "");
                if (value == null || !KEY.matcher(parts[0]).matches() || values.put(parts[0], value) != null) {
                    errors.add(wrong("each key once, with its value as UTF-8 in base64"));
                    return new Metadata(Map.of());
                }
            }
        }
        return new Metadata(values);
    }

    private static @Nullable String text(String base64) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    /** The value of the first of these keys that is there and not empty. */
    @Nullable
    String first(String... keys) {
        for (var key : keys) {
            var value = values.get(key);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }

    @Nullable
    Correction corrects(List<InvalidInput> errors) {
        return Corrections.of(
                first(Corrections.VERSION),
                first(Corrections.REASON),
                (key, expected) -> errors.add(wrong(key + ": " + expected)));
    }

    static InvalidInput wrong(String expected) {
        return new InvalidInput("header", Tus.METADATA, expected, null, null);
    }
}
