package nl.datakade.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTests {

    /** Of {@code {"hello": "world"}} and a line end, from RFC 9530. */
    private static final String SHA_256 = "RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha-256=:" + SHA_256 + ":",
                " sha-256=:" + SHA_256 + ": ",
                "sha-512=:YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4=:, sha-256=:" + SHA_256 + ":",
                "sha-256=:" + SHA_256 + ":;q=1, md5=:x:"
            })
    void findsTheSha256AmongOthers(String field) {
        assertThat(ContentDigest.parse(field))
                .hasValueSatisfying(digest -> assertThat(digest.sha256())
                        .isEqualTo(
                                "44aff4ab2d7c32505256 75a08f0cfa9591168cffe51791c5f5bbc417c15a6c38".replace(" ", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha-256", "sha-256=" + SHA_256, "sha-256=:abc=:", "xsha-256=:" + SHA_256 + ":"})
    void isNothingWithoutOne(String field) {
        assertThat(ContentDigest.parse(field)).isEmpty();
    }

    @Test
    void refusesOtherBytes() {
        var digest = new ContentDigest("00".repeat(32));

        assertThatCode(() -> digest.verify("00".repeat(32))).doesNotThrowAnyException();
        assertThatThrownBy(() -> digest.verify("01".repeat(32))).isInstanceOf(LandingProblem.WrongDigest.class);
    }
}
