package nl.datakade.cli.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTests {

    private static final String TOMBSTONE = """
            {"iss":"https://data.kadestad.example","dataset":"fietstellers","version":3,"rule":"dataset: P1Y",
             "objects":4,"removedAt":"2026-11-23T10:15:00Z"}""";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private KeyPair pair;

    @BeforeEach
    void makeKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
        var point = ((ECPublicKey) pair.getPublic()).getW();
        Files.writeString(folder.resolve("keys.json"), """
                {"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","kid":"k1","x":"%s","y":"%s"}]}""".formatted(
                        coordinate(point.getAffineX()), coordinate(point.getAffineY())));
    }

    @Test
    void aTombstoneTellsByWhichRuleAndWhenItWent() throws Exception {
        assertThat(verify(signed(TOMBSTONE))).isZero();
        assertThat(out.toString())
                .contains("rule          dataset: P1Y", "objects       4", "removedAt     2026-11-23T10:15:00Z")
                .doesNotContain("sha256");
    }

    @Test
    void aTombstoneThatWasChangedProvesNothing() throws Exception {
        var parts = signed(TOMBSTONE).split("\\.", -1);
        assertThat(verify(
                        parts[0] + "." + base64(TOMBSTONE.replace("P1Y", "P9Y").getBytes(UTF_8)) + "." + parts[2]))
                .isEqualTo(3);
        assertThat(err.toString()).contains("it was changed");
    }

    private int verify(String proof) throws Exception {
        var file = Files.writeString(folder.resolve("proof.jws"), proof);
        return new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(file.toString(), "--keys", folder.resolve("keys.json").toString());
    }

    private String signed(String statement) throws Exception {
        var text = base64("{\"alg\":\"ES256\",\"kid\":\"k1\",\"typ\":\"datakade-tombstone+jws\"}".getBytes(UTF_8)) + "."
                + base64(statement.getBytes(UTF_8));
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(UTF_8));
        return text + "." + base64(signature.sign());
    }

    /** Of 32 bytes, whatever it begins with. */
    private static String coordinate(BigInteger value) {
        var bytes = new byte[32];
        var digits = value.toByteArray();
        var length = Math.min(32, digits.length);
        System.arraycopy(digits, digits.length - length, bytes, 32 - length, length);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
