package nl.datakade.catalog.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/** How often a dataset changes, from the EU's authority table of frequencies. */
public enum Frequency {
    ANNUAL,
    ANNUAL_2,
    ANNUAL_3,
    AS_NEEDED,
    BIENNIAL,
    BIMONTHLY,
    BIWEEKLY,
    CONT,
    DAILY,
    DAILY_2,
    HOURLY,
    IRREG,
    MONTHLY,
    MONTHLY_2,
    MONTHLY_3,
    NEVER,
    NOT_PLANNED,
    OTHER,
    QUARTERLY,
    TRIENNIAL,
    UNKNOWN,
    UPDATE_CONT,
    WEEKLY,
    WEEKLY_2,
    WEEKLY_3;

    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/frequency/";

    public String iri() {
        return AUTHORITY + name();
    }

    /** By its code in either case, or by its IRI. */
    public static Optional<Frequency> of(String codeOrIri) {
        return Arrays.stream(values())
                .filter(frequency -> frequency.name().equalsIgnoreCase(codeOrIri)
                        || frequency.iri().equals(codeOrIri.replaceFirst("^https:", "http:")))
                .findFirst();
    }
}
