package nl.datakade.ingest;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;
import nl.datakade.testkit.TestEvents;
import nl.datakade.testkit.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the other services tell ingest in the life of a dataset, and waiting until it is taken in. */
public final class Life {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Life() {}

    /** With its steward and owner. */
    public static void register(Http.Answer receipt, long revision, DatasetState.@Nullable Retention retention) {
        TestEvents.publish(new DatasetState(
                UUID.fromString(receipt.text("datasetId")),
                revision,
                receipt.text("dataset"),
                List.of(),
                receipt.text("department"),
                DatasetState.Status.REGISTERED,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(
                        new RoleHolder(Role.DATA_STEWARD, subject("steward")),
                        new RoleHolder(Role.DATA_OWNER, subject("owner"))),
                null,
                List.of(),
                Instant.now(),
                retention));
    }

    public static void release(Http.Answer receipt, Http as) {
        awaitState(receipt, as, "READ");
        score(receipt, 1, ScoreState.Verdict.RELEASED, List.of());
        awaitState(receipt, as, "RELEASED");
    }

    public static void holdBack(Http.Answer receipt, Http as, String... reasons) {
        awaitState(receipt, as, "READ");
        score(receipt, 1, ScoreState.Verdict.HELD_BACK, List.of(reasons));
        awaitState(receipt, as, "HELD_BACK");
    }

    /** With where the rules are broken. */
    public static void holdBack(Http.Answer receipt, Http as, List<ScoreState.Breach> breaches) {
        awaitState(receipt, as, "READ");
        var reasons =
                breaches.stream().map(ScoreState.Breach::reason).distinct().toList();
        score(receipt, 1, ScoreState.Verdict.HELD_BACK, reasons, breaches);
        awaitState(receipt, as, "HELD_BACK");
    }

    public static void score(Http.Answer receipt, long revision, ScoreState.Verdict verdict, List<String> reasons) {
        score(receipt, revision, verdict, reasons, List.of());
    }

    private static void score(
            Http.Answer receipt,
            long revision,
            ScoreState.Verdict verdict,
            List<String> reasons,
            List<ScoreState.Breach> breaches) {
        TestEvents.publish(new ScoreState(
                UUID.fromString(receipt.text("datasetId")),
                receipt.json().required("version").asInt(),
                1,
                revision,
                50.0,
                Map.of(),
                verdict,
                reasons,
                List.of(),
                null,
                Instant.now(),
                breaches,
                breaches.stream().collect(Collectors.toMap(ScoreState.Breach::reason, _ -> 1, Integer::sum))));
    }

    public static void awaitState(Http.Answer receipt, Http as, String state) {
        await().atMost(PATIENCE).until(() -> now(receipt, as).text("state").equals(state));
    }

    public static Http.Answer now(Http.Answer receipt, Http as) {
        return as.get("/ingest/v1/deliveries/" + receipt.text("deliveryId"));
    }

    /** What was announced of a version, oldest first. */
    public static List<VersionState> told(Http.Answer receipt) {
        return TestEvents.of(VersionState.class).stream()
                .filter(state -> state.deliveryId().toString().equals(receipt.text("deliveryId")))
                .toList();
    }

    public static VersionState awaitTold(Http.Answer receipt, VersionState.Outcome outcome) {
        return await().atMost(PATIENCE)
                .until(
                        () -> told(receipt).stream()
                                .filter(state -> state.outcome() == outcome)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    public static String subject(String person) {
        var claims = Tokens.of(person).split("\\.", -1)[1];
        return new JsonMapper()
                .readTree(Base64.getUrlDecoder().decode(claims))
                .required("sub")
                .asString();
    }

    public static String version(Http.Answer receipt) {
        return "/ingest/v1/datasets/" + receipt.text("dataset") + "/versions/"
                + receipt.json().required("version").asInt();
    }
}
