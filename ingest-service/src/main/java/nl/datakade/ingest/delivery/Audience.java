package nl.datakade.ingest.delivery;

import java.util.Set;
import java.util.stream.Stream;
import nl.datakade.ingest.dataset.Dataset;
import nl.datakade.platform.security.Caller;

/**
 * Which deliveries somebody may see: those of their departments, those of datasets on which they have a role, and all
 * of them for those who watch over the platform or work inside it.
 */
public record Audience(String subject, Set<String> departments, boolean everything) {

    public static Audience of(Caller caller) {
        var everything = Stream.of("admin", "privacy", "fg", "service").anyMatch(caller::is);
        return new Audience(caller.subject(), caller.departments(), everything);
    }

    public boolean mayRead(Dataset dataset) {
        return everything
                || departments.contains(dataset.department())
                || dataset.holders().contains(subject);
    }
}
