package nl.datakade.access.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.datakade.access.policy.Policy.ColumnPolicy;
import nl.datakade.access.policy.Policy.TablePolicy;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.contracts.quality.ScoreState;

/** A policy to start from, by what quality recognised in the columns. Somebody has to look at it and set it. */
final class Proposal {

    private static final Treatment SHOW = new Treatment.Show();
    private static final Treatment HIDE = new Treatment.Hide();
    private static final Treatment YEAR = new Treatment.Truncate(Treatment.Truncate.Unit.YEAR);
    private static final Treatment HUNDRED = new Treatment.Bucket(BigDecimal.valueOf(100));

    private Proposal() {}

    static List<TablePolicy> of(List<VersionState.Table> tables, List<ScoreState.Column> recognised, boolean personal) {
        var meanings = recognised.stream()
                .collect(Collectors.toMap(
                        column -> column.table() + "/" + column.columnId(), column -> column, (first, _) -> first));
        return tables.stream()
                .map(table -> new TablePolicy(table.name(), null, columns(table, meanings, personal)))
                .toList();
    }

    private static List<ColumnPolicy> columns(
            VersionState.Table table, Map<String, ScoreState.Column> meanings, boolean personal) {
        return table.columns().stream()
                .map(column -> {
                    var meaning = meanings.get(table.name() + "/" + column.id());
                    var treatment = meaning == null ? SHOW : treatment(meaning, column.type(), personal);
                    return new ColumnPolicy(column.id(), column.name(), treatment);
                })
                .toList();
    }

    private static Treatment treatment(ScoreState.Column meaning, String type, boolean personal) {
        var proposed = meaning.personal() ? direct(meaning.semanticType()) : indirect(meaning.semanticType(), personal);
        return Suitability.problem(proposed, type) == null ? proposed : HIDE;
    }

    /** What tells who somebody is, by itself or beside what stands in the same table, or what the law protects specially. */
    private static Treatment direct(String meaning) {
        return switch (meaning) {
            case "postcode" -> new Treatment.Postcode4();
            case "rd-x", "rd-y" -> HUNDRED;
            case "bsn", "licence-plate" -> new Treatment.Pseudonym();
            case "person-name", "email" -> new Treatment.Redact();
            case "phone" -> new Treatment.Partial(2);
            case "birth-date" -> YEAR;
            default -> HIDE;
        };
    }

    /** What tells it together with other columns. */
    private static Treatment indirect(String meaning, boolean personal) {
        if (!personal) {
            return SHOW;
        }
        return switch (meaning) {
            case "postcode" -> new Treatment.Postcode4();
            case "rd-x", "rd-y" -> HUNDRED;
            case "address", "house-number", "longitude", "latitude", "geometry", "bag-id" -> HIDE;
            default -> SHOW;
        };
    }
}
