package nl.datakade.ingest.retention;

/**
 * A rule, and whose it is.
 *
 * @param stream whether the dataset is fed by observations
 */
record RuleInForce(Source source, Rule rule, boolean stream) {

    enum Source {
        DATASET,
        DEPARTMENT,
        CITY
    }

    RuleInForce(Source source, Rule rule) {
        this(source, rule, false);
    }

    /** What of it holds: a stream has a version every few seconds, so that their number says nothing about its age. */
    Rule holding() {
        return stream ? new Rule(null, rule.period(), rule.current()) : rule;
    }

    /** As it stands in tombstones. */
    @Override
    public String toString() {
        return source.name().toLowerCase(java.util.Locale.ROOT) + ": " + holding();
    }
}
