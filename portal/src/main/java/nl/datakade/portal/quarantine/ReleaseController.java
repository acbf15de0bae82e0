package nl.datakade.portal.quarantine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Catalog.Dataset;
import nl.datakade.portal.api.Catalog.Version;
import nl.datakade.portal.api.Ingest;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.api.Quality;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.form.Typed;
import nl.datakade.portal.naming.Naming;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a version that is held back pass, once its steward has seen what everybody will see then. */
@Controller
@RequestMapping("/quarantine/{name}/{version}/release")
@PreAuthorize("hasRole('steward')")
class ReleaseController {

    private static final String DATASET_PAGE = "dataset";

    private final Calls calls;
    private final Catalog catalog;
    private final Ingest ingest;
    private final Quality quality;
    private final Naming naming;

    ReleaseController(Calls calls, Catalog catalog, Ingest ingest, Quality quality, Naming naming) {
        this.calls = calls;
        this.catalog = catalog;
        this.ingest = ingest;
        this.quality = quality;
        this.naming = naming;
    }

    /**
     * What was typed is shown again, also while ingest is away.
     *
     * @param from {@code dataset} when the visitor came from the page of the dataset
     */
    @GetMapping
    String look(
            @PathVariable String name,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String from,
            Visitor visitor,
            Model model) {
        var waiting = calls.ask(Service.INGEST, () -> ingest.quarantine(visitor, Wanted.of(name, version)));
        var dataset = calls.ask(Service.CATALOG, () -> catalog.dataset(visitor, name));
        var found = waiting.join();
        if (!model.containsAttribute(Typed.NAME)) {
            found.orThrow();
        }
        var item = found.value() == null
                ? null
                : found.value().items().stream().findFirst().orElse(null);
        var known = dataset.join();
        var versions = known.value() == null ? null : versions(visitor, known.value(), version);
        model.addAttribute("name", name);
        model.addAttribute("version", version);
        model.addAttribute("from", DATASET_PAGE.equals(from) ? from : null);
        model.addAttribute(
                "heading", known.value() == null ? name : known.value().heading());
        model.addAttribute("item", item);
        model.addAttribute("ingest", found.trouble());
        model.addAttribute("dataset", known);
        model.addAttribute("versions", versions);
        model.addAttribute("change", versions == null ? null : Change.of(version, known.value(), versions.value()));
        return "release";
    }

    /** The version itself and the one in use. */
    private Part<Listing<Version>> versions(Visitor visitor, Dataset dataset, int version) {
        var current = dataset.currentVersion();
        var both = current == null ? List.of(version) : List.of(version, current);
        return calls.now(Service.CATALOG, () -> catalog.versions(visitor, dataset.name(), both));
    }

    @PostMapping
    String release(
            @PathVariable String name,
            @PathVariable int version,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable String from,
            Visitor visitor,
            HttpServletRequest request,
            RedirectAttributes next) {
        var released =
                calls.now(Service.QUALITY, () -> quality.release(visitor, name, version, new Quality.Release(reason)));
        var fromDataset = DATASET_PAGE.equals(from);
        if (released.isThere()) {
            next.addFlashAttribute(
                    "done", new Done("released", naming.title(visitor, name), Integer.toString(version)));
            return fromDataset
                    ? there("redirect:/datasets/{name}?version={version}", name, version, next)
                    : "redirect:/quarantine";
        }
        Typed.keep(request, released.trouble(), next);
        var again = "redirect:/quarantine/{name}/{version}/release";
        return there(fromDataset ? again + "?from=dataset" : again, name, version, next);
    }

    private static String there(String address, String name, int version, RedirectAttributes next) {
        next.addAttribute("name", name).addAttribute("version", version);
        return address;
    }
}
