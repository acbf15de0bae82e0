package nl.datakade.catalog.department;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.datakade.catalog.department.PeopleTable.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * People by their subject. Keycloak is asked about whoever was never seen, or so long ago that it may no longer be true;
 * the others are looked at on a beat by {@link PeopleSync}.
 */
@Component
public class People {

    private final PeopleTable table;
    private final Directory directory;
    private final Clock clock;
    private final Duration oldest;

    People(PeopleTable table, Directory directory, Clock clock, DirectoryProperties properties) {
        this.table = table;
        this.directory = directory;
        this.clock = clock;
        this.oldest = properties.peopleOldest();
    }

    /**
     * Those of the subjects who are known, by subject, none older than {@code datakade.directory.people-oldest}.
     *
     * @throws DirectoryUnavailable when somebody has to be looked up and Keycloak does not answer
     */
    public Map<String, Person> find(Collection<String> subjects) {
        var rows = table.of(new HashSet<>(subjects));
        var earliest = clock.instant().minus(oldest);
        var found = new HashMap<String, Person>();
        for (var subject : new HashSet<>(subjects)) {
            var seen = rows.get(subject);
            var person = seen != null && seen.at() != null && seen.at().isAfter(earliest)
                    ? seen.person()
                    : lookedUp(subject, seen != null);
            if (person != null) {
                found.put(subject, person);
            }
        }
        return found;
    }

    /** As last seen, however long ago; Keycloak is not asked, and whoever was never seen is left out. */
    public Map<String, Person> lastSeen(Collection<String> subjects) {
        return table.of(subjects).values().stream()
                .filter(seen -> seen.at() != null)
                .collect(Collectors.toMap(seen -> seen.person().id(), Seen::person));
    }

    /** When the one who was looked at longest ago was looked at. */
    Instant asOf(Collection<String> subjects) {
        return table.of(subjects).values().stream()
                .map(Seen::at)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseGet(clock::instant);
    }

    /** Looks the person up; somebody whom Keycloak does not have gets no row, but keeps the one they have. */
    @Nullable
    Person lookedUp(String subject, boolean hasRow) {
        var person = directory.find(subject).orElse(hasRow ? Person.gone(subject) : null);
        if (person != null) {
            table.keep(person);
        }
        return person;
    }
}
