package nl.datakade.cli.receipt;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's public keys, as a JSON Web Key Set (RFC 7517). */
record VerifyingKeys(JsonNode set) {
    private static final JsonMapper JSON = new JsonMapper();

    static VerifyingKeys parse(String json) {
        try {
            return new VerifyingKeys(JSON.readTree(json));
        } catch (JacksonException e) {
            throw new SignedReceipt.Doubtful("The keys are no JSON Web Key Set.");
        }
    }

    PublicKey key(String id) {
        for (JsonNode key : set.path("keys")) {
            if (key.path("kid").asString("").equals(id)) {
                return publicKey(key);
            }
        }
        throw new SignedReceipt.Doubtful(
                "The platform's keys hold none with the id " + id + ": another platform signed it, or nobody.");
    }

    private static PublicKey publicKey(JsonNode key) {
        try {
            var curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            var point = new ECPoint(number(key.path("x")), number(key.path("y")));
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SignedReceipt.Doubtful(
                    "The key with the id " + key.path("kid").asString("") + " is no EC key.");
        }
    }

    private static BigInteger number(JsonNode text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text.asString("")));
    }
}
