package nl.datakade.access.policy;

import java.math.BigDecimal;
import java.util.List;
import nl.datakade.access.policy.Policy.ColumnPolicy;
import nl.datakade.access.policy.Policy.TablePolicy;
import nl.datakade.contracts.ingest.VersionState;

/** A policy to start from, by what quality recognised in the columns. Somebody has to look at it and set it. */
final class Suggestion {

    private static final Treatment SHOW = new Treatment.Show();
    private static final Treatment HIDE = new Treatment.Hide();
    private static final Treatment YEAR = new Treatment.Truncate(Treatment.Truncate.Unit.YEAR);
    private static final Treatment HUNDRED = new Treatment.Bucket(BigDecimal.valueOf(100));

    private Suggestion() {}

    /** A column in which nothing was recognised is shown. */
    static List<TablePolicy> of(List<VersionState.Table> tables, List<Recognised> recognised, boolean personal) {
        return tables.stream()
                .map(table -> new TablePolicy(table.name(), null, columns(table, recognised, personal), null))
                .toList();
    }

    private static List<ColumnPolicy> columns(VersionState.Table table, List<Recognised> recognised, boolean personal) {
        return table.columns().stream()
                .map(column -> new ColumnPolicy(
                        column.id(),
                        column.name(),
                        recognised.stream()
                                .filter(found -> found.table().equals(table.name()) && found.column() == column.id())
                                .map(meaning -> treatment(meaning, column.type(), personal))
                                .reduce(Strictness::stricter)
                                .orElse(SHOW)))
                .toList();
    }

    /** The most that is safe for values of this meaning. */
    static Treatment treatment(Recognised meaning, String type, boolean personal) {
        var suggested = meaning.personal() ? direct(meaning.meaning()) : indirect(meaning.meaning(), personal);
        return Suitability.problem(suggested, type) == null ? suggested : HIDE;
    }

    /** What identifies somebody, by itself or beside what stands in the same table, or what the law protects specially. */
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

    /** What identifies somebody together with other columns. */
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
