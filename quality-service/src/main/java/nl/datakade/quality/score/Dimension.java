package nl.datakade.quality.score;

/** The dimensions of NORA's <em>Raamwerk gegevenskwaliteit</em>, with their share in the whole; together 100. */
public enum Dimension {
    ACCURACY("juistheid", 15),
    COMPLETENESS("compleetheid", 15),
    VALIDITY("validiteit", 15),
    CONSISTENCY("consistentie", 10),
    CURRENCY("actualiteit", 10),
    PRECISION("precisie", 5),
    PLAUSIBILITY("plausibiliteit", 10),
    TRACEABILITY("traceerbaarheid", 10),
    UNDERSTANDABILITY("begrijpelijkheid", 10);

    private final String code;
    private final int weight;

    Dimension(String code, int weight) {
        this.code = code;
        this.weight = weight;
    }

    /** NORA's own word, as other services know it. */
    public String code() {
        return code;
    }

    public int weight() {
        return weight;
    }
}
