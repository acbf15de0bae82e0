package nl.datakade.access.policy;

import java.math.BigDecimal;
import nl.datakade.access.policy.Treatment.Bucket;
import nl.datakade.access.policy.Treatment.Hide;
import nl.datakade.access.policy.Treatment.Nullify;
import nl.datakade.access.policy.Treatment.Partial;
import nl.datakade.access.policy.Treatment.Postcode4;
import nl.datakade.access.policy.Treatment.Pseudonym;
import nl.datakade.access.policy.Treatment.Redact;
import nl.datakade.access.policy.Treatment.Show;
import nl.datakade.access.policy.Treatment.Truncate;

/**
 * Which of two treatments shows more: a partial order, and the only place where treatments are compared. One treatment
 * shows no more than another when what it shows could be computed from what the other shows. Many cannot be compared: a
 * pseudonym links what a first letter does not, and the other way round. Between such two, each shows something more.
 */
public final class Strictness {

    private static final Redact PRESENCE = new Redact();

    private Strictness() {}

    /** Whether {@code one} shows nothing that {@code other} does not show. */
    public static boolean showsNoMore(Treatment one, Treatment other) {
        return switch (one) {
            case Hide _ -> true;
            case Nullify _ -> !(other instanceof Hide);
            case Redact _ -> !(other instanceof Hide || other instanceof Nullify);
            case Show _ -> other instanceof Show;
            // a value no longer than keep shows nothing, so that keeping fewer characters shows more of short values
            case Partial partial -> other instanceof Show || partial.equals(other);
            case Pseudonym _ -> other instanceof Show || other instanceof Pseudonym;
            case Postcode4 _ -> other instanceof Show || other instanceof Postcode4;
            case Truncate truncate ->
                other instanceof Show
                        || (other instanceof Truncate finer && truncate.to().compareTo(finer.to()) <= 0);
            case Bucket bucket ->
                other instanceof Show || (other instanceof Bucket finer && isMultiple(bucket.width(), finer.width()));
        };
    }

    /** The stricter of two; of two that cannot be compared only what both show: whether there is a value. */
    public static Treatment stricter(Treatment one, Treatment other) {
        if (showsNoMore(one, other)) {
            return one;
        }
        return showsNoMore(other, one) ? other : PRESENCE;
    }

    /** The bounds of wide classes are bounds of the narrow ones too. */
    private static boolean isMultiple(BigDecimal wide, BigDecimal narrow) {
        return narrow.signum() > 0 && wide.remainder(narrow).signum() == 0;
    }
}
