package nl.datakade.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokensIT {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"steward", "owner", "grantor", "analyst", "privacy", "fg", "admin"})
    void aPersonHasTheRoleOfTheSameName(String user) {
        var claims = claims(Tokens.of(user));
        assertThat(texts(claims, "roles")).containsExactly(user);
        assertThat(claims.required("preferred_username").asString()).isEqualTo(user);
        assertThat(claims.required("sub").asString()).hasSize(36);
        assertThat(texts(claims, "aud")).contains("datakade");
        assertThat(texts(claims, "groups")).contains("/departments/bestuur-en-organisatie");
    }

    @Test
    void theStewardBelongsToEveryDepartmentAndTheAnalystToOne() {
        assertThat(texts(claims(Tokens.of("steward")), "groups")).hasSize(10);
        assertThat(texts(claims(Tokens.of("analyst")), "groups")).hasSize(1);
    }

    @Test
    void aDepartmentsEmployeeMayPushForTheDepartmentsOfTheirOwn() {
        var claims = claims(Tokens.of("medewerker"));
        assertThat(texts(claims, "roles")).containsExactly("department");
        assertThat(texts(claims, "groups"))
                .containsExactlyInAnyOrder("/departments/handhaving", "/departments/mobiliteit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mobiliteit",
                "openbare-ruimte",
                "parkeren",
                "groen",
                "zorg-en-welzijn",
                "verlichting",
                "burgerzaken",
                "handhaving",
                "onderzoek",
                "bestuur-en-organisatie"
            })
    void aDepartmentMayPushForItselfOnly(String slug) {
        var claims = claims(Tokens.department(slug));
        assertThat(texts(claims, "roles")).containsExactly("department");
        assertThat(texts(claims, "groups")).containsExactly("/departments/" + slug);
        assertThat(claims.required("azp").asString()).isEqualTo("department-" + slug);
        assertThat(texts(claims, "aud")).contains("datakade");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "catalog", "quality", "access"})
    void aServiceIsAService(String name) {
        var claims = claims(Tokens.service(name));
        assertThat(texts(claims, "roles")).containsExactly("service");
        assertThat(texts(claims, "aud")).contains("datakade");
    }

    private static JsonNode claims(String token) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static List<String> texts(JsonNode claims, String name) {
        var claim = claims.required(name);
        return claim.isArray() ? claim.valueStream().map(JsonNode::asString).toList() : List.of(claim.asString());
    }
}
