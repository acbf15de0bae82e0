package nl.datakade.quality.profile;

import java.time.LocalDate;
import java.util.List;

/** What was measured in a version. */
public record Profile(LocalDate asOf, List<TableProfile> tables) {

    /** Rows of all tables together. */
    public long rows() {
        return tables.stream().mapToLong(TableProfile::rows).sum();
    }
}
