package nl.datakade.ingest.source;

import java.util.Set;
import nl.datakade.platform.security.Caller;

/** Whose sources somebody looks after: a steward those of their departments, an administrator all. */
record SourceAudience(Set<String> departments, boolean everything) {

    static SourceAudience of(Caller caller) {
        return new SourceAudience(caller.departments(), caller.is("admin"));
    }

    boolean includes(String department) {
        return everything || departments.contains(department);
    }
}
