package nl.datakade.ingest.source;

import nl.datakade.platform.security.Caller;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Sources for those who look after them. */
@Component
public class FindSource {

    private final Sources sources;

    FindSource(Sources sources) {
        this.sources = sources;
    }

    public Source named(String name, Caller caller) {
        var source = sources.named(name).orElseThrow(SourceProblem.Unknown::new);
        if (!SourceAudience.of(caller).includes(source.department())) {
            throw new AccessDeniedException("source of another department");
        }
        return source;
    }
}
