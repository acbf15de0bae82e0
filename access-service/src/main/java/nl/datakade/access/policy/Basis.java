package nl.datakade.access.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import nl.datakade.access.projection.Dataset;
import nl.datakade.access.projection.Datasets;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import nl.datakade.contracts.ingest.VersionState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a proposal is based on: whoever approves it approves it for the dataset as it stands. When the owner, the
 * classification, the columns, what was recognised in them, what is cleared, or the policy changes, nobody has approved
 * what the proposal would now come to.
 */
@Component
class Basis {

    private final Datasets datasets;
    private final Baselines baselines;
    private final Clearances clearances;
    private final Policies policies;
    private final JsonMapper json;

    Basis(Datasets datasets, Baselines baselines, Clearances clearances, Policies policies, JsonMapper json) {
        this.datasets = datasets;
        this.baselines = baselines;
        this.clearances = clearances;
        this.policies = policies;
        this.json = json;
    }

    /** @param clearance null for a policy, which is about all columns */
    String of(Dataset dataset, @Nullable Clearance clearance) {
        var parts = new ArrayList<String>();
        parts.add(String.valueOf(dataset.classification()));
        dataset.state().roles().stream()
                .filter(holder -> holder.role() == Role.DATA_OWNER)
                .map(RoleHolder::person)
                .sorted()
                .forEach(parts::add);
        if (clearance == null) {
            parts.add("revision " + policies.of(dataset.id()).revision());
        }
        var version = datasets.latest(dataset.id());
        parts.add("scored " + version.map(baselines::isScored).orElse(false));
        version.map(VersionState::tables).orElse(List.of()).stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> isAbout(clearance, table.name(), column.id()))
                        .map(column -> table.name() + "/" + column.id() + "/" + column.name() + "/" + column.type()))
                .sorted()
                .forEach(parts::add);
        baselines.recognised(dataset.id()).stream()
                .filter(found -> isAbout(clearance, found.table(), found.column()))
                .map(Objects::toString)
                .forEach(parts::add);
        clearances.of(dataset.id()).stream()
                .filter(found -> isAbout(clearance, found.table(), found.column()))
                .map(Objects::toString)
                .forEach(parts::add);
        return digest(json.writeValueAsString(parts));
    }

    private static boolean isAbout(@Nullable Clearance clearance, String table, int column) {
        return clearance == null || (clearance.table().equals(table) && clearance.column() == column);
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
