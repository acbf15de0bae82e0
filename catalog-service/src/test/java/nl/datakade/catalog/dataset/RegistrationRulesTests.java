package nl.datakade.catalog.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.datakade.catalog.vocabulary.Label;
import nl.datakade.catalog.vocabulary.Licenses;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState.Retention;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RegistrationRulesTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Licenses LICENSES = new Licenses(List.of(new Licenses.License(
            "CC0", List.of("https://example.org/cc0", "http://example.org/cc0"), new Label("nul", "zero"))));

    private final RegistrationRules rules = new RegistrationRules(LICENSES, Set.of("groen")::contains);

    @Test
    void codesBecomeTheAddressesThatAreStored() {
        var said = check("""
                {"themes": ["tran", "http://publications.europa.eu/resource/authority/data-theme/TRAN", "ENVI"],
                 "license": "http://example.org/cc0", "frequency": "daily"}""");

        assertThat(rules.errors()).isEmpty();
        assertThat(said.themes())
                .containsExactly(
                        "http://publications.europa.eu/resource/authority/data-theme/TRAN",
                        "http://publications.europa.eu/resource/authority/data-theme/ENVI");
        assertThat(said.license()).isEqualTo("https://example.org/cc0");
        assertThat(said.frequency()).isEqualTo("http://publications.europa.eu/resource/authority/frequency/DAILY");
    }

    @Test
    void soManyRoleHoldersAreNotLookedUp() {
        var holders = "{\"role\": \"DATA_STEWARD\", \"person\": \"p\"},".repeat(50);
        var said = check("{\"roles\": [" + holders + "{\"role\": \"DATA_OWNER\", \"person\": \"p\"}]}");

        assertThat(fields()).containsExactly("roles");
        assertThat(said.roles()).isEmpty();
    }

    @Test
    void blankIsNothingAndTheRestIsStripped() {
        var said = check("""
                {"title": "  Bomen ", "description": "  ", "keywords": ["boom", " boom"]}""");

        assertThat(said.title()).isEqualTo("Bomen");
        assertThat(said.description()).isNull();
        assertThat(said.keywords()).containsExactly("boom");
    }

    @Test
    void theDepartmentStaysWhenItIsLeftOutAndIsNeededWhenThereIsNone() {
        assertThat(check("{}").department()).isEqualTo("groen");
        rules.check(JSON.readValue("{}", Submission.class), null);
        assertThat(fields()).containsExactly("department");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'title': 'two\\nlines'} | title",
                "{'title': 'bell\\u0007'} | title",
                "{'department': 'ruimtevaart'} | department",
                "{'themes': [null]} | themes[0]",
                "{'roles': [null]} | roles[0].role",
                "{'rejectLimit': -0.1} | rejectLimit",
                "{'spatial': 'javascript:alert(1)'} | spatial",
                "{'classification': {'confidentiality': 'PUBLIC'}} | classification.personalData",
                "{'columns': [{'table': 't', 'column': 'c'}]} | columns[0]",
                "{'temporal': {'from': '2026-02-01', 'until': '2026-01-31'}} | temporal.until"
            })
    void whatIsWrongIsNamed(String json, String field) {
        check(json.replace('\'', '"'));

        assertThat(fields()).contains(field);
    }

    @Test
    void aPersonHasARoleOnceAndThereIsOneOwner() {
        check("""
                {"roles": [{"role": "DATA_OWNER", "person": "a"}, {"role": "DATA_OWNER", "person": "b"},
                           {"role": "DATA_STEWARD", "person": "a"}, {"role": "DATA_STEWARD", "person": "a"}]}""");

        assertThat(fields()).containsExactly("roles[1]", "roles[3]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.1 2e", "5.1 2e persoonlijke levenssfeer", "5.2 1", "bedrijfsgeheimen"})
    void aReasonIsAGroundOfTheWooOrWords(String reason) {
        check("{\"classification\": {\"confidentiality\": \"INTERNAL\", \"personalData\": \"NONE\", \"reason\": \""
                + reason + "\"}}");

        assertThat(rules.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.1 2j", "5.1.2e", "5.2 3", "5.1"})
    void aGroundThatDoesNotExistIsNoReason(String reason) {
        check("{\"classification\": {\"confidentiality\": \"INTERNAL\", \"personalData\": \"NONE\", \"reason\": \""
                + reason + "\"}}");

        assertThat(fields()).containsExactly("classification.reason");
    }

    @Test
    void whatLacksIsAllNamedAndTheReasonOnlyWhenNotPublic() {
        var empty = check("{}");
        assertThat(Gap.in(empty, Set.of()))
                .containsExactly(
                        Gap.TITLE,
                        Gap.DESCRIPTION,
                        Gap.THEME,
                        Gap.CLASSIFICATION,
                        Gap.OWNER,
                        Gap.STEWARD,
                        Gap.ACCESS_GRANTOR);
        var holders = Set.of(
                new Holder(Role.DATA_OWNER, "a"),
                new Holder(Role.DATA_STEWARD, "a"),
                new Holder(Role.ACCESS_GRANTOR, "b"));

        assertThat(Gap.in(complete(Confidentiality.PUBLIC, null, holders), holders))
                .isEmpty();
        assertThat(Gap.in(complete(Confidentiality.INTERNAL, null, holders), holders))
                .containsExactly(Gap.CLASSIFICATION_REASON);
        assertThat(Gap.in(
                        complete(Confidentiality.INTERNAL, "5.1 2e", holders),
                        Set.of(new Holder(Role.DATA_OWNER, "a"))))
                .as("who left fills no role")
                .containsExactly(Gap.STEWARD, Gap.ACCESS_GRANTOR);
    }

    @Test
    void everyGapHasACodeThatLeadsBack() {
        for (var gap : Gap.values()) {
            assertThat(Gap.of(gap.code())).isEqualTo(gap);
        }
    }

    @Test
    void aRuleAboutKeepingIsUnderstoodOrRefused() {
        assertThat(check("{\"retention\":{\"versions\":12,\"period\":\"P5Y\"}}").retention())
                .isEqualTo(new Retention(12, "P5Y", false));
        assertThat(check("{\"retention\":{\"period\":\"P90D\",\"current\":true}}")
                        .retention())
                .isEqualTo(new Retention(null, "P90D", true));
        assertThat(check("{\"retention\":{}}").retention()).isNull();
        assertThat(fields()).isEmpty();

        check("{\"retention\":{\"versions\":0}}");
        check("{\"retention\":{\"period\":\"5 jaar\"}}");
        check("{\"retention\":{\"period\":\"P0D\"}}");
        check("{\"retention\":{\"period\":\"-P1Y\"}}");
        check("{\"retention\":{\"versions\":3,\"current\":true}}");
        assertThat(fields())
                .containsExactly(
                        "retention.versions",
                        "retention.period",
                        "retention.period",
                        "retention.period",
                        "retention.period");
    }

    private static Registration complete(
            Confidentiality confidentiality, @Nullable String reason, Set<Holder> holders) {
        return new Registration(
                "groen",
                "Bomen",
                "Alle bomen.",
                List.of("theme"),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                new Classification(confidentiality, PersonalData.NONE),
                reason,
                holders,
                List.of(),
                null,
                null);
    }

    private Registration check(String json) {
        return rules.check(JSON.readValue(json, Submission.class), "groen");
    }

    private List<@Nullable String> fields() {
        return rules.errors().stream().<@Nullable String>map(InvalidInput::name).toList();
    }
}
