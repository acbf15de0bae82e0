package nl.datakade.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.format.support.DefaultFormattingConversionService;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;

class StorableTextTests {

    private static final JsonMapper JSON = JsonMergePatch.strict(new JsonMapper());

    record Body(
            @Nullable String reason,
            @Nullable List<String> themes,
            @Nullable Map<String, String> labels,
            @Nullable Object any) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'reason':'a\\u0000b'}",
                "{'themes':['verkeer','\\u0000']}",
                "{'labels':{'a':'\\u0000'}}",
                "{'labels':{'\\u0000':'a'}}",
                "{'any':{'deep':['\\u0000']}}"
            })
    void aBodyWithTheCharacterIsRefusedWithItsField(String body) {
        assertThatThrownBy(() -> JSON.readValue(body.replace('\'', '"'), Body.class))
                .isInstanceOfSatisfying(
                        InvalidFormatException.class,
                        wrong -> assertThat(wrong.getTargetType()).isEqualTo(String.class))
                .isInstanceOfSatisfying(
                        DatabindException.class,
                        wrong -> assertThat(wrong.getPath()).isNotEmpty());
    }

    @Test
    void aPatchWithTheCharacterIsRefused() {
        var patch = JSON.readTree("{\"reason\":\"\\u0000\"}");

        assertThatThrownBy(() -> JsonMergePatch.apply(JSON, new Body("a", null, null, null), patch, Body.class))
                .isInstanceOfSatisfying(
                        InvalidFormatException.class,
                        wrong -> assertThat(JsonMergePatch.field(wrong)).isEqualTo("reason"));
    }

    @Test
    void otherTextComesThrough() {
        var body = JSON.readValue("{\"reason\":\"\\u0001 \\\\u0000 \u00e9\",\"themes\":null}", Body.class);

        assertThat(body).isEqualTo(new Body("\u0001 \\u0000 \u00e9", null, null, null));
    }

    @Test
    void aParameterIsTextAndAMomentThatTheDatabaseCanHold() {
        var conversion = new DefaultFormattingConversionService();
        conversion.addConverter(new StorableText());
        conversion.addFormatter(new StorableMoment());

        assertThat(conversion.convert("groen", String.class)).isEqualTo("groen");
        assertThatThrownBy(() -> conversion.convert("gr\0en", String.class))
                .isInstanceOf(ConversionFailedException.class);
        assertThat(conversion.convert("2026-11-01T00:00:00Z", Instant.class))
                .isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(conversion.convert("9999-12-31T23:59:59.999Z", Instant.class))
                .isEqualTo(Instant.parse("9999-12-31T23:59:59.999Z"));
        for (var wrong : List.of("+300000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "gisteren")) {
            assertThatThrownBy(() -> conversion.convert(wrong, Instant.class))
                    .as(wrong)
                    .isInstanceOf(ConversionFailedException.class);
        }
    }
}
