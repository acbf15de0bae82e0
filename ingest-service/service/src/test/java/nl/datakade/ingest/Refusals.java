package nl.datakade.ingest;

import static org.assertj.core.api.Assertions.assertThat;

/** What every refusal has to say: which problem it is, and what to do about it. */
public final class Refusals {

    private Refusals() {}

    public static void assertRefused(Http.Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.text("remedy")).isNotBlank();
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    /** The first thing wrong with the request is this, in its path, query, headers or body. */
    public static void assertInvalid(Http.Answer answer, String in, String name) {
        assertInvalid(answer, name);
        assertThat(answer.json().at("/errors/0/in").asString()).isEqualTo(in);
    }

    /** The first thing wrong with the request is this. */
    public static void assertInvalid(Http.Answer answer, String name) {
        assertRefused(answer, 400, "invalid-input");
        var error = answer.json().required("errors").get(0);
        assertThat(error.required("name").asString()).isEqualTo(name);
        assertThat(error.required("expected").asString()).isNotBlank();
    }
}
