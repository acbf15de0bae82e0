package nl.datakade.portal.search;

import java.util.List;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Catalog.Department;
import nl.datakade.portal.api.Catalog.Theme;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.naming.Departments;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SearchController {

    private final Calls calls;
    private final Catalog catalog;
    private final Departments departments;

    SearchController(Calls calls, Catalog catalog, Departments departments) {
        this.calls = calls;
        this.catalog = catalog;
        this.departments = departments;
    }

    @GetMapping("/")
    @PreAuthorize("permitAll()")
    String search(@Nullable Visitor visitor, Wanted wanted, Model model) {
        if (visitor == null) {
            return "welcome";
        }
        var found = calls.ask(Service.CATALOG, () -> catalog.datasets(visitor, wanted.parameters()));
        var departments = calls.ask(Service.CATALOG, () -> this.departments.of(visitor));
        var themes = calls.ask(Service.CATALOG, () -> catalog.themes(visitor));
        var list = found.join().value();
        if (list != null && list.listing().isBeyond()) {
            return "redirect:" + wanted.toPage(list.listing().pages());
        }
        model.addAttribute("wanted", wanted);
        model.addAttribute("found", found.join());
        model.addAttribute("facets", facets(found.join(), wanted, departments.join(), themes.join(), visitor));
        return "search";
    }

    private static List<Facet> facets(
            Part<Catalog.Found> found,
            Wanted wanted,
            Part<List<Department>> departments,
            Part<Listing<Theme>> themes,
            Visitor visitor) {
        var counts = found.value() == null ? null : found.value().facets();
        return counts == null
                ? List.of()
                : Facet.of(
                        counts,
                        wanted,
                        departments.value() == null ? List.of() : departments.value(),
                        items(themes),
                        visitor.language());
    }

    private static <T> List<T> items(Part<Listing<T>> list) {
        return list.value() == null ? List.of() : list.value().items();
    }
}
