package nl.datakade.catalog.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.datakade.catalog.CatalogApi;
import nl.datakade.catalog.CatalogContext;
import nl.datakade.catalog.LandingEvents;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Keycloak does not answer this service; the tokens that it gave before are still good. */
@CatalogContext
@TestPropertySource(properties = "datakade.directory.issuer=http://localhost:1/realms/datakade")
class DirectoryAwayIT {

    private final CatalogApi api;
    private final JdbcClient jdbc;
    private final String steward = Tokens.of("steward");

    DirectoryAwayIT(CatalogApi api, JdbcClient jdbc) {
        this.api = api;
        this.jdbc = jdbc;
    }

    @Test
    void whoWasSeenAMomentAgoCountsWithoutKeycloakAndWhoWasSeenLongAgoDoesNot() {
        jdbc.sql("""
                        insert into department (slug, name, active, revision, changed_at)
                        values ('groen', 'Groen', true, 1, now()) on conflict do nothing""").update();

        assertThat(registering(seen("1 minute")).status()).isEqualTo(201);
        assertThat(registering(seen("11 minutes")).status()).isEqualTo(503);
    }

    @Test
    void namesAreThoseLastSeenAndWhoWasNeverSeenHasNone() {
        var answer = api.get(
                "/catalog/v1/people?subject=" + seen("3 days") + "&subject=" + UUID.randomUUID(), Tokens.of("admin"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().size()).isEqualTo(1);
        assertThat(answer.at("/0/name")).isEqualTo("Iemand");
    }

    private CatalogApi.Answer registering(String owner) {
        return api.put(CatalogApi.newDataset("weg"), steward, """
                {"department": "groen", "roles": [{"role": "DATA_OWNER", "person": "%s"}]}""".formatted(owner));
    }

    private String seen(String ago) {
        var subject = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into person (subject, name, active, roles, departments, seen_at, next_look)
                        values (:subject, 'Iemand', true, '{owner}', '{groen}', now() - :ago::interval, 'infinity')""").param("subject", subject).param("ago", ago).update();
        return subject;
    }

    @Test
    void registeringSaysWhenToTryAgainAndReadingGoesOn() {
        var name = CatalogApi.newName("weg");
        TestEvents.publish(LandingEvents.landed(UUID.randomUUID(), name, "groen", 1));
        var path = "/catalog/v1/datasets/" + name;
        var draft = Awaitility.await().until(() -> api.get(path, steward), answer -> answer.status() == 200);

        var answer = api.put(path, steward, """
                {"title": "Weg", "department": "groen",
                 "roles": [{"role": "DATA_OWNER", "person": "4b4d5fc6-6ba5-4c56-b5ad-1b2ec4b4a2aa"}]}""", "If-Match", draft.etag());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.at("/type")).isEqualTo("/problems/directory-unavailable");
        assertThat(answer.headers()).containsEntry("retry-after", "10");
        assertThat(api.get(path, steward).etag()).isEqualTo(draft.etag());
        assertThat(api.get("/catalog/v1/datasets?q=" + name, steward).status()).isEqualTo(200);
        assertThat(api.get("/catalog/v1/departments", steward).status()).isEqualTo(200);
        assertThat(api.get("/catalog/v1/people?q=steward", steward).status()).isEqualTo(503);
    }
}
