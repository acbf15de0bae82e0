package nl.datakade.access.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;

/** What happens to a column before anybody sees it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Treatment.Show.class, name = "SHOW"),
    @JsonSubTypes.Type(value = Treatment.Hide.class, name = "HIDE"),
    @JsonSubTypes.Type(value = Treatment.Nullify.class, name = "NULLIFY"),
    @JsonSubTypes.Type(value = Treatment.Redact.class, name = "REDACT"),
    @JsonSubTypes.Type(value = Treatment.Partial.class, name = "PARTIAL"),
    @JsonSubTypes.Type(value = Treatment.Pseudonym.class, name = "PSEUDONYM"),
    @JsonSubTypes.Type(value = Treatment.Truncate.class, name = "TRUNCATE"),
    @JsonSubTypes.Type(value = Treatment.Bucket.class, name = "BUCKET"),
    @JsonSubTypes.Type(value = Treatment.Postcode4.class, name = "POSTCODE4")
})
public sealed interface Treatment {

    /** As it is. */
    record Show() implements Treatment {}

    /** The column is not there. */
    record Hide() implements Treatment {}

    /** The column is there, empty. */
    record Nullify() implements Treatment {}

    /** Every value is the same mark; whether there is one can be seen. */
    record Redact() implements Treatment {}

    /** The first characters; a value that is no longer than that shows none. */
    record Partial(int keep) implements Treatment {}

    /**
     * The same value gives the same pseudonym within one grant, and another in the next (HMAC-SHA-256 with a key of the
     * grant), unless combining was approved. It stays personal data (EDPB guidelines 01/2025).
     */
    record Pseudonym() implements Treatment {}

    /** A date or moment becomes the first day of its year or month. */
    record Truncate(Unit to) implements Treatment {
        public enum Unit {
            YEAR,
            MONTH
        }
    }

    /** A number becomes the lower bound of its class of this width. */
    record Bucket(BigDecimal width) implements Treatment {}

    /** A Dutch postcode becomes its four digits: a neighbourhood instead of a street. */
    record Postcode4() implements Treatment {}
}
