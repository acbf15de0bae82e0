package nl.datakade.portal.search;

import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Service;
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

    SearchController(Calls calls, Catalog catalog) {
        this.calls = calls;
        this.catalog = catalog;
    }

    @GetMapping("/")
    @PreAuthorize("permitAll()")
    String search(@Nullable Visitor visitor, Wanted wanted, Model model) {
        if (visitor == null) {
            return "welcome";
        }
        var found = calls.ask(Service.CATALOG, () -> catalog.datasets(visitor, wanted.parameters()));
        var departments = calls.ask(Service.CATALOG, () -> catalog.departments(visitor));
        var themes = calls.ask(Service.CATALOG, () -> catalog.themes(visitor));
        model.addAttribute("wanted", wanted);
        model.addAttribute("found", found.join());
        model.addAttribute("facets", Facet.of(wanted));
        model.addAttribute("departments", departments.join());
        model.addAttribute("themes", themes.join());
        return "search";
    }
}
