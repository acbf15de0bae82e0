package nl.datakade.portal.naming;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Catalog.Department;
import nl.datakade.portal.api.Catalog.Item;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.visitor.Visitor;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Asks the catalogue what datasets and departments are called. */
@Component
public class Naming {

    /** As many as one page of a search holds. */
    private static final int MOST = 100;

    private final Calls calls;
    private final Catalog catalog;

    Naming(Calls calls, Catalog catalog) {
        this.calls = calls;
        this.catalog = catalog;
    }

    /** Two calls side by side, however many datasets there are. */
    public Names of(Visitor visitor, Collection<String> datasets) {
        var departments = calls.ask(Service.CATALOG, () -> catalog.departments(visitor));
        var titles = datasets.isEmpty() ? Map.<String, String>of() : titles(visitor, datasets);
        return new Names(titles, departments(departments.join()));
    }

    public String title(Visitor visitor, String dataset) {
        return titles(visitor, List.of(dataset)).getOrDefault(dataset, dataset);
    }

    private Map<String, String> titles(Visitor visitor, Collection<String> datasets) {
        var found = calls.now(Service.CATALOG, () -> catalog.datasets(visitor, named(datasets)))
                .value();
        return found == null
                ? Map.of()
                : found.items().stream().collect(Collectors.toMap(Item::name, Item::heading, (first, _) -> first));
    }

    private static MultiValueMap<String, String> named(Collection<String> datasets) {
        var wanted = new LinkedMultiValueMap<String, String>();
        datasets.stream().distinct().limit(MOST).forEach(name -> wanted.add("name", name));
        wanted.set("pageSize", String.valueOf(MOST));
        return wanted;
    }

    private static Map<String, String> departments(Part<Listing<Department>> known) {
        return known.value() == null
                ? Map.of()
                : known.value().items().stream()
                        .collect(Collectors.toMap(Department::slug, Department::named, (first, _) -> first));
    }
}
