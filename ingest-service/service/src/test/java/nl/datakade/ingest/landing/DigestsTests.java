package nl.datakade.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestsTests {

    /** Of {@code {"hello": "world"}} and a line end, from RFC 9530. */
    private static final String SHA_256 = "RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=";

    private static final String SHA_512 =
            "YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4yP+pgk4vf2aCsyRZOtw8MjkM7iw7yZ/WkppmM44T3qg==";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha-256=:" + SHA_256 + ":",
                " sha-256=:" + SHA_256 + ": ",
                "sha-512=:" + SHA_512 + ":, sha-256=:" + SHA_256 + ":",
                "sha-256=:" + SHA_256 + ":;q=1, md5=:CY9rzUYh03PK3k6DJie09g==:"
            })
    void findsTheSha256AmongOthers(String field) {
        assertThat(Digests.parse(Digests.CONTENT, field))
                .hasValueSatisfying(digest -> assertThat(digest.sha256())
                        .isEqualTo("44aff4ab2d7c3250525675a08f0cfa9591168cffe51791c5f5bbc417c15a6c38"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha-256",
                "sha-256=" + SHA_256,
                "sha-256=:abc=:",
                "xsha-256=:" + SHA_256 + ":",
                "md5=:CY9rzUYh03PK3k6DJie09g==:",
                "sha-256=:" + SHA_256 + ":, nonsense",
                "sha-512=:" + SHA_256 + ":"
            })
    void isNothingWithoutOneThatIsKnownAndWhole(String field) {
        assertThat(Digests.parse(Digests.CONTENT, field)).isEmpty();
    }

    @Test
    void refusesOtherBytes() {
        var digest = new Digests(Digests.CONTENT, "00".repeat(32), null);

        assertThatCode(() -> digest.verify("00".repeat(32), null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> digest.verify("01".repeat(32), null)).isInstanceOf(LandingProblem.WrongDigest.class);
    }

    @Test
    void checksBothWhenBothAreGiven() {
        var bytes = "{\"hello\": \"world\"}\n".getBytes(StandardCharsets.UTF_8);
        var hashing = new Hashing(true);
        hashing.update(bytes, 0, bytes.length);
        var digests = Digests.parse(Digests.REPRESENTATION, "sha-256=:" + SHA_256 + ":,sha-512=:" + SHA_512 + ":")
                .orElseThrow();

        assertThatCode(() -> digests.verify(hashing.sha256(), hashing.sha512())).doesNotThrowAnyException();
        assertThatThrownBy(() -> digests.verify(hashing.sha256(), HexFormat.of().formatHex(new byte[64])))
                .isInstanceOf(LandingProblem.WrongDigest.class);
    }
}
