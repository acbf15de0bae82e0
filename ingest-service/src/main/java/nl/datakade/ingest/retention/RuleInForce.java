package nl.datakade.ingest.retention;

/** A rule, and whose it is. */
record RuleInForce(Source source, Rule rule) {

    enum Source {
        DATASET,
        DEPARTMENT,
        CITY
    }

    /** As it stands in tombstones. */
    @Override
    public String toString() {
        return source.name().toLowerCase(java.util.Locale.ROOT) + ": " + rule;
    }
}
