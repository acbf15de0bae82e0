package nl.datakade.access.grant;

import java.util.Optional;
import nl.datakade.access.projection.Dataset;

/** Whether what was granted still holds by the rules of today. */
public interface GrantRules {

    /** Why a grant does not count now, as a stable code; empty when it does. */
    Optional<String> suspension(Grants.Active grant, Dataset dataset);
}
