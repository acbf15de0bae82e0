package nl.datakade.cli.doctor;

import java.util.Map;
import java.util.concurrent.Callable;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import nl.datakade.client.Platform;
import nl.datakade.client.Somebody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "doctor",
        description = {
            "Prove that deliveries, versions, objects and announcements agree.",
            "Everything goes on meanwhile; what is not in balance is reported with who can repair it."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:In balance.", "1:Not in balance, or no answer."})
public final class DoctorCommand implements Callable<Integer> {

    private static final String BALANCE = "/ingest/v1/balance";

    @Spec
    private CommandSpec spec;

    @Option(names = "--deep", description = "Read and hash every raw file in storage again.")
    private boolean deep;

    @Option(names = "--repair", description = "Repair what can be repaired without losing anything, and check again.")
    private boolean repair;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @SuppressWarnings("NullAway.Init")
    public DoctorCommand() {}

    @Override
    public Integer call() {
        var admin = Client.of(Platform.here(), new Somebody.User("admin"));
        var out = spec.commandLine().getOut();
        if (repair) {
            var mended = repair(admin).json().path("mended");
            if (!json) {
                out.println(mended.isEmpty() ? "There was nothing to repair." : "Repaired: " + listed(mended) + ".");
            }
        }
        var balance = check(admin, deep).json();
        out.println(json ? balance.toPrettyString() : text(balance, balance.path("counts")));
        return balance.path("balanced").asBoolean() ? 0 : 1;
    }

    /** What ingest holds, laid side by side. */
    public static Answer check(Client admin, boolean deep) {
        return admin.get(BALANCE + "?deep=" + deep).required();
    }

    public static Answer repair(Client admin) {
        return admin.post(BALANCE + "/repairs", Map.of()).required();
    }

    private static String text(JsonNode balance, JsonNode counts) {
        var text = new StringBuilder(
                "%d deliveries, %d versions, %d objects%s, %d announced; %d readings in %d objects%s%n"
                        .formatted(
                                counts.path("deliveries").asLong(),
                                counts.path("versions").asLong(),
                                counts.path("objects").asLong(),
                                counts.path("removed").asLong() == 0
                                        ? ""
                                        : " (%d removed by rule)"
                                                .formatted(
                                                        counts.path("removed").asLong()),
                                counts.path("announced").asLong(),
                                counts.path("readings").asLong(),
                                counts.path("tableObjects").asLong(),
                                counts.path("hashed").asLong() == 0
                                        ? ""
                                        : "; %d hashed again"
                                                .formatted(counts.path("hashed").asLong())));
        balance.path("imbalances")
                .forEach(one -> text.append("%-26s %-9s %s%n"
                        .formatted(
                                one.path("kind").asString(),
                                one.path("remedy").asString(),
                                one.path("subject").asString())));
        var total = balance.path("total").asLong();
        return text.append(total == 0 ? "In balance." : total + " out of balance.")
                .toString();
    }

    /** How many of each kind. */
    private static String listed(JsonNode mended) {
        var text = new StringBuilder();
        mended.properties()
                .forEach(kind -> text.append(text.isEmpty() ? "" : ", ")
                        .append(kind.getValue().asInt())
                        .append(' ')
                        .append(kind.getKey()));
        return text.toString();
    }
}
