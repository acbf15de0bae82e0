package nl.datakade.ingest.dataset;

import java.util.Arrays;

/** How strong a dataset's claim to a name is, weakest first. */
enum NameStanding {
    MINTED,
    FORMER,
    CURRENT;

    String[] weaker() {
        return Arrays.stream(values())
                .filter(other -> other.compareTo(this) < 0)
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
