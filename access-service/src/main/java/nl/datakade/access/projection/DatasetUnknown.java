package nl.datakade.access.projection;

import nl.datakade.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** No dataset of this name has been announced. */
public final class DatasetUnknown extends Problem {

    private static final long serialVersionUID = 1L;

    public DatasetUnknown(String name) {
        super(HttpStatus.NOT_FOUND, "dataset-unknown", name);
    }
}
