package nl.datakade.portal.naming;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Catalog.Found;
import nl.datakade.portal.api.Catalog.Item;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.visitor.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Asks the catalogue what datasets and departments are called. */
@Component
public class Naming {

    private static final Logger log = LoggerFactory.getLogger(Naming.class);

    /** With names at their longest, an address of half of what servers take. */
    private static final int AT_ONCE = 40;

    /** Beyond so many a list to choose from does with the names in addresses. */
    private static final int MOST = 400;

    private final Calls calls;
    private final Catalog catalog;
    private final Departments departments;

    Naming(Calls calls, Catalog catalog, Departments departments) {
        this.calls = calls;
        this.catalog = catalog;
        this.departments = departments;
    }

    /** All calls side by side: one for the departments, and one for every so many datasets; the first go first. */
    public Names of(Visitor visitor, Collection<String> datasets) {
        var known = calls.ask(Service.CATALOG, () -> departments.of(visitor));
        var titles = titles(visitor, datasets);
        var found = known.join().value();
        return new Names(titles, found == null ? Map.of() : Departments.names(found));
    }

    public String title(Visitor visitor, String dataset) {
        return titles(visitor, List.of(dataset)).getOrDefault(dataset, dataset);
    }

    private Map<String, String> titles(Visitor visitor, Collection<String> datasets) {
        var batches = datasets.stream()
                .distinct()
                .limit(MOST)
                .gather(Gatherers.windowFixed(AT_ONCE))
                .toList();
        var asked = batches.stream()
                .map(batch -> calls.ask(Service.CATALOG, () -> catalog.datasets(visitor, named(batch))))
                .toList();
        return asked.stream()
                .map(CompletableFuture::join)
                .flatMap(Naming::items)
                .collect(Collectors.toMap(Item::name, Item::heading, (first, _) -> first));
    }

    private static MultiValueMap<String, String> named(List<String> datasets) {
        var wanted = new LinkedMultiValueMap<String, String>();
        wanted.put("name", datasets);
        wanted.set("pageSize", String.valueOf(AT_ONCE));
        return wanted;
    }

    /** Pages do without the names; that the catalogue is away is logged where it is asked. */
    private static Stream<Item> items(Part<Found> part) {
        var trouble = part.trouble();
        if (trouble != null && !trouble.isAway()) {
            log.warn(
                    "The catalogue returns no names: {} {} (trace {})",
                    trouble.status(),
                    trouble.type(),
                    trouble.traceId());
        }
        return part.value() == null ? Stream.empty() : part.value().items().stream();
    }
}
