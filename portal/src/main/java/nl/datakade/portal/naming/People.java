package nl.datakade.portal.naming;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Catalog.Person;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names for the subjects that the services speak of; the catalogue decides who may know them. */
@Component
public class People {

    /** As many as the catalogue names at once. */
    private static final int AT_ONCE = 100;

    private final Calls calls;
    private final Catalog catalog;

    People(Calls calls, Catalog catalog) {
        this.calls = calls;
        this.catalog = catalog;
    }

    /** By subject; a subject without a name is left out. */
    public Map<String, String> names(Visitor visitor, Collection<? extends @Nullable String> subjects) {
        var names = new HashMap<String, String>();
        names.put(visitor.person().subject(), visitor.person().name());
        var asked = subjects.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .filter(subject -> !names.containsKey(subject))
                .gather(Gatherers.windowFixed(AT_ONCE))
                .map(some -> calls.ask(Service.CATALOG, () -> catalog.people(visitor, some)))
                .toList();
        asked.stream().map(CompletableFuture::join).flatMap(People::items).forEach(person -> {
            if (person.name() != null && !person.name().isBlank()) {
                names.put(person.subject(), person.name());
            }
        });
        return names;
    }

    private static Stream<Person> items(Part<List<Person>> found) {
        return found.value() == null ? Stream.empty() : found.value().stream();
    }
}
