package nl.datakade.catalog.department;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.datakade.catalog.department.PeopleTable.Seen;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * People by their subject. Keycloak is asked about whoever was never seen, or so long ago that it may no longer be true;
 * the others are looked at on a beat by {@link PeopleSync}.
 */
@Component
public class People {

    private static final Logger log = LoggerFactory.getLogger(People.class);

    /** So long somebody whom Keycloak does not have is not asked about again. */
    private static final Duration UNKNOWN = Duration.ofMinutes(1);

    private static final int MOST_UNKNOWN = 2_000;

    /** No subject is longer. */
    private static final int LONGEST = 255;

    private final PeopleTable table;
    private final Directory directory;
    private final Clock clock;
    private final Duration oldest;
    private final Map<String, Instant> unknown = new LinkedHashMap<>();

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

    /**
     * As last seen, and looked up when never seen; whoever can neither be found nor looked up, as Keycloak does not answer,
     * is left out. For names, not for what decides.
     */
    Map<String, Person> named(Collection<String> subjects) {
        var found = new HashMap<>(lastSeen(subjects));
        try {
            for (var subject : new HashSet<>(subjects)) {
                if (!found.containsKey(subject)) {
                    var person = lookedUp(subject, false);
                    if (person != null) {
                        found.put(subject, person);
                    }
                }
            }
        } catch (DirectoryUnavailable away) {
            log.warn("Keycloak does not answer; people who were never seen have no name: {}", away.toString());
        }
        return found;
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
        if (!hasRow && isUnknown(subject)) {
            return null;
        }
        var person = directory.find(subject).orElse(hasRow ? Person.gone(subject) : null);
        if (person != null) {
            table.keep(person);
        } else if (subject.length() <= LONGEST) {
            remember(subject);
        }
        return person;
    }

    private boolean isUnknown(String subject) {
        synchronized (unknown) {
            var since = unknown.get(subject);
            return since != null && since.plus(UNKNOWN).isAfter(clock.instant());
        }
    }

    private void remember(String subject) {
        synchronized (unknown) {
            unknown.remove(subject);
            unknown.put(subject, clock.instant());
            if (unknown.size() > MOST_UNKNOWN) {
                unknown.remove(unknown.keySet().iterator().next());
            }
        }
    }
}
