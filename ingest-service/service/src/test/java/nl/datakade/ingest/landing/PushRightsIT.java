package nl.datakade.ingest.landing;

import static nl.datakade.ingest.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.datakade.contracts.catalog.DepartmentState;
import nl.datakade.ingest.Http;
import nl.datakade.ingest.IngestIT;
import nl.datakade.testkit.TestEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hands over what is not theirs to hand over is told so, and nothing of it is kept. */
class PushRightsIT extends IngestIT {

    private static final String CSV = "a;b\n1;2\n";

    private @Nullable Kept before;

    @BeforeEach
    void look() {
        before = kept();
    }

    @AfterEach
    void nothingIsKept() {
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void anUnknownDepartment() {
        know("groen");
        var answer = department("groen")
                .post(
                        "/ingest/v1/datasets/" + newName() + "/deliveries?department=onbestaand",
                        CSV.getBytes(StandardCharsets.UTF_8));

        assertRefused(answer, 400, "department-unknown");
        assertThat(answer.json().required("errors").get(0).required("expected").asString())
                .contains("groen");
    }

    @Test
    void anotherDepartmentThanOnesOwn() {
        know("mobiliteit");
        var answer = department("groen")
                .post(
                        "/ingest/v1/datasets/" + newName() + "/deliveries?department=mobiliteit",
                        CSV.getBytes(StandardCharsets.UTF_8));

        assertRefused(answer, 403, "not-your-department");
    }

    @Test
    void aDatasetOfAnotherDepartment() {
        var name = newName();
        department("mobiliteit").push(name, CSV);
        before = kept();

        var answer = department("groen").push(name, "a;b\n3;4\n", "Accept-Language", "nl");

        assertRefused(answer, 409, "dataset-name-taken");
        assertThat(answer.text("title")).isEqualTo("De naam is bezet");
    }

    @Test
    void aPersonWhoMayNotPush() {
        assertRefused(person("analyst").push(newName(), CSV), 403, "forbidden");
    }

    @Test
    void noTokenAndAnExpiredOne() {
        var expired = "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJleHAiOjE3MDAwMDAwMDB9.c2ln";

        assertRefused(Http.as("", base()).push(newName(), CSV), 401, "unauthorized");
        assertRefused(Http.as(expired, base()).push(newName(), CSV), 401, "unauthorized");
    }

    private void know(String department) {
        TestEvents.publish(new DepartmentState(department, 1, department, true, java.time.Instant.now()));
        org.awaitility.Awaitility.await()
                .until(() -> jdbc.sql("select count(*) from department where slug = :slug")
                                .param("slug", department)
                                .query(Long.class)
                                .single()
                        == 1);
    }
}
