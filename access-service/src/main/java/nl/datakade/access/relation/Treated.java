package nl.datakade.access.relation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import nl.datakade.access.policy.Treatment;

/** Columns as SQL expressions over the raw table, treated. */
final class Treated {

    private static final int BLOCK = 64;
    private static final Set<String> WHOLE = Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UBIGINT");

    private final byte[] innerPad;
    private final byte[] outerPad;

    /** @param pseudonymKey of the scope, 32 bytes */
    Treated(byte[] pseudonymKey) {
        innerPad = pad(pseudonymKey, (byte) 0x36);
        outerPad = pad(pseudonymKey, (byte) 0x5c);
    }

    String expression(GovernedDataset.Column column) {
        var raw = "raw." + Sql.name(column.name());
        var treated = switch (column.treatment()) {
            case Treatment.Show _ -> raw;
            case Treatment.Hide _ -> throw new IllegalArgumentException("a hidden column has no expression");
            case Treatment.Nullify _ -> "cast(null as " + column.type() + ")";
            case Treatment.Redact _ -> "case when " + raw + " is not null then '***' end";
            case Treatment.Partial partial -> partial(text(raw), partial.keep());
            case Treatment.Pseudonym _ -> pseudonym(column.bsn() ? nineDigits(text(raw)) : text(raw));
            case Treatment.Truncate truncate -> truncated(raw, truncate.to());
            case Treatment.Bucket bucket ->
                bucket(raw, column.type(), bucket.width().toPlainString());
            case Treatment.Postcode4 _ -> "nullif(regexp_extract(" + text(raw) + ", '[1-9][0-9]{3}'), '')";
        };
        return treated + " as " + Sql.name(column.name());
    }

    private static String partial(String text, int keep) {
        return "case when length(" + text + ") > " + keep + " then left(" + text + ", " + keep + ") || '…' " + "when "
                + text + " is not null then '…' end";
    }

    /** HMAC (RFC 2104) by the engine's own SHA-256, so that no value leaves it; half of the digest is plenty. */
    private String pseudonym(String text) {
        var inner = "sha256(" + Sql.blob(innerPad) + " || encode(" + text + "))";
        return "left(sha256(" + Sql.blob(outerPad) + " || unhex(" + inner + ")), 32)";
    }

    private static String truncated(String raw, Treatment.Truncate.Unit unit) {
        return "cast(date_trunc('" + unit.name().toLowerCase(Locale.ROOT) + "', try_cast(" + raw
                + " as timestamp)) as date)";
    }

    private static String bucket(String raw, String type, String width) {
        var bound = "floor(" + raw + " / " + width + ") * " + width;
        return WHOLE.contains(type) ? "cast(" + bound + " as bigint)" : "cast(" + bound + " as double)";
    }

    private static String nineDigits(String text) {
        return "lpad(regexp_replace(" + text + ", '[^0-9]', '', 'g'), 9, '0')";
    }

    private static String text(String raw) {
        return "cast(" + raw + " as varchar)";
    }

    private static byte[] pad(byte[] key, byte with) {
        var padded = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            padded[i] ^= with;
        }
        return padded;
    }
}
