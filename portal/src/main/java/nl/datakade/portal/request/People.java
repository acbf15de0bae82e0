package nl.datakade.portal.request;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Catalog.Person;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.visitor.Visitor;
import org.springframework.stereotype.Component;

/** Names for the subjects that the services speak of; who may not look people up sees none. */
@Component
public class People {

    private final Calls calls;
    private final Catalog catalog;

    People(Calls calls, Catalog catalog) {
        this.calls = calls;
        this.catalog = catalog;
    }

    /** By subject; a subject without a name is left out. */
    public Map<String, String> names(Visitor visitor, Collection<String> subjects) {
        var names = new HashMap<String, String>();
        names.put(visitor.person().subject(), visitor.person().name());
        var asked = new HashMap<String, CompletableFuture<Part<Listing<Person>>>>();
        subjects.stream()
                .distinct()
                .filter(subject -> !names.containsKey(subject))
                .forEach(subject ->
                        asked.put(subject, calls.ask(Service.CATALOG, () -> catalog.people(visitor, "id:" + subject))));
        asked.forEach((subject, answer) -> {
            var found = answer.join().value();
            if (found != null) {
                found.items().stream()
                        .filter(person -> person.id().equals(subject))
                        .forEach(person -> names.put(subject, person.name()));
            }
        });
        return names;
    }
}
