package nl.datakade.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** What comes in a request has the type that was asked for, or is refused. */
class StrictTypesTests {

    private static final JsonMapper STRICT = JsonMergePatch.strict(new JsonMapper());

    enum Kind {
        FIRST,
        SECOND
    }

    record Body(
            @Nullable Integer rows,
            @Nullable Double share,
            @Nullable Boolean approve,
            @Nullable Kind kind,
            @Nullable String text) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'rows': 1.5}",
                "{'rows': '3'}",
                "{'rows': true}",
                "{'rows': ''}",
                "{'share': '0.5'}",
                "{'approve': 1}",
                "{'approve': 'true'}",
                "{'approve': ''}",
                "{'kind': 1}",
                "{'kind': '1'}",
                "{'kind': ''}",
                "{'kind': 'first'}"
            })
    void aValueOfAnotherTypeIsRefused(String body) {
        var field = body.substring(2, body.indexOf('\'', 2));
        assertThatThrownBy(() -> STRICT.readValue(body.replace('\'', '"'), Body.class))
                .isInstanceOfSatisfying(
                        DatabindException.class,
                        misfit -> assertThat(JsonMergePatch.field(misfit)).isEqualTo(field));
    }

    @Test
    void aValueOfItsTypeIsTaken() {
        assertThat(STRICT.readValue(
                        "{\"rows\": 3, \"share\": 1, \"approve\": false, \"kind\": \"SECOND\", \"text\": \"3\"}",
                        Body.class))
                .isEqualTo(new Body(3, 1.0, false, Kind.SECOND, "3"));
    }
}
