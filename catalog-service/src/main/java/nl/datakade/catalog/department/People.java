package nl.datakade.catalog.department;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The people who fill roles. Names are fetched to be shown and kept in memory for minutes, nowhere else. */
@Component
public class People {

    private static final int NAMES = 2_000;

    private final Directory directory;
    private final Cache<String, Optional<String>> names;

    People(Directory directory, DirectoryProperties properties) {
        this.directory = directory;
        this.names = Caffeine.newBuilder()
                .maximumSize(NAMES)
                .expireAfterWrite(properties.namesKept())
                .build();
    }

    /** Those of the subjects who are known, by subject; fails when Keycloak does not answer. */
    public Map<String, Person> find(Collection<String> subjects) {
        var found = new HashMap<String, Person>();
        for (var subject : subjects) {
            directory.find(subject).ifPresent(person -> found.put(subject, person));
        }
        return found;
    }

    /** What the person is called; empty when unknown, or while Keycloak is away. */
    public Optional<String> nameOf(String subject) {
        try {
            return names.get(subject, unknown -> directory.find(unknown).map(Person::name));
        } catch (DirectoryUnavailable away) {
            return Optional.empty();
        }
    }
}
