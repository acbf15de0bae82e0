package nl.datakade.ingest.source;

import nl.datakade.ingest.dataset.VisibleDatasets;
import nl.datakade.platform.security.Caller;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Sources for those who look after them; of a dataset that the caller may not know of, there is none. */
@Component
public class FindSource {

    private final Sources sources;
    private final VisibleDatasets datasets;

    FindSource(Sources sources, VisibleDatasets datasets) {
        this.datasets = datasets;
        this.sources = sources;
    }

    public Source named(String name, Caller caller) {
        var source = sources.named(name).orElseThrow(SourceProblem.Unknown::new);
        if (!SourceAudience.of(caller).includes(source.department())) {
            if (datasets.named(source.dataset(), caller).isEmpty()) {
                throw new SourceProblem.Unknown();
            }
            throw new AccessDeniedException("source of another department");
        }
        return source;
    }
}
