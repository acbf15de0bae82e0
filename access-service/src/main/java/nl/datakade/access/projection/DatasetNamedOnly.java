package nl.datakade.access.projection;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** The caller may know that the dataset exists, not what is in it. */
public final class DatasetNamedOnly extends Problem {

    private static final long serialVersionUID = 1L;

    public DatasetNamedOnly(String name) {
        super(HttpStatus.FORBIDDEN, "dataset-named-only", name);
    }
}
