package nl.datakade.portal.dataset;

import jakarta.servlet.http.HttpServletResponse;
import nl.datakade.portal.api.Access;
import nl.datakade.portal.api.Answers;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Ingest;
import nl.datakade.portal.api.Quality;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.page.Site;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

@Controller
@PreAuthorize("isAuthenticated()")
class DatasetController {

    private final Calls calls;
    private final Catalog catalog;
    private final Ingest ingest;
    private final Quality quality;
    private final Access access;
    private final Answers answers;
    private final Site site;

    DatasetController(
            Calls calls, Catalog catalog, Ingest ingest, Quality quality, Access access, Answers answers, Site site) {
        this.calls = calls;
        this.catalog = catalog;
        this.ingest = ingest;
        this.quality = quality;
        this.access = access;
        this.answers = answers;
        this.site = site;
    }

    /** The version asked for, else the released one, else the last that landed. A former name leads on to the present one. */
    @GetMapping("/datasets/{name}")
    String dataset(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer version,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        var found = calls.ask(Service.CATALOG, () -> catalog.dataset(visitor, name));
        var versions = calls.ask(Service.CATALOG, () -> catalog.versions(visitor, name));
        var themes = calls.ask(Service.CATALOG, () -> catalog.themes(visitor));
        var readiness = calls.ask(Service.ACCESS, () -> access.readiness(visitor, name));
        var options = calls.ask(Service.ACCESS, () -> access.options(visitor, name));
        var dataset = found.join().orThrow();
        if (!dataset.name().equals(name)) {
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/datasets/{name}").build(dataset.name());
        }
        var shown = Shown.of(dataset, versions.join(), version);
        if (version != null && shown == null && versions.join().isThere()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            model.addAttribute("absent", version);
        }
        model.addAttribute("dataset", dataset);
        model.addAttribute("versions", versions.join());
        model.addAttribute("shown", shown);
        model.addAttribute("themes", ThemeNames.of(dataset, themes.join(), visitor.language()));
        if (shown != null) {
            measurements(visitor, name, shown, model);
            model.addAttribute("mayRelease", mayRelease(visitor, dataset, shown));
        }
        model.addAttribute("readiness", readiness.join());
        model.addAttribute("checklist", Checklist.of(dataset, readiness.join().value(), visitor.person()));
        model.addAttribute("options", options.join());
        model.addAttribute("curl", curl(name));
        return "dataset";
    }

    /** The rows that could not be read, for the sender and who has a role. */
    @GetMapping("/datasets/{name}/versions/{version}/rejects")
    void rejects(@PathVariable String name, @PathVariable int version, Visitor visitor, HttpServletResponse response) {
        answers.rejects(visitor, name, version, answer -> {
                    response.setContentType("text/csv;charset=UTF-8");
                    response.setHeader(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename("%s-%d-rejects.csv".formatted(name, version))
                                    .build()
                                    .toString());
                    return answer.transferTo(response.getOutputStream());
                })
                .orThrow();
    }

    private void measurements(Visitor visitor, String name, Catalog.Version shown, Model model) {
        var score = calls.ask(Service.QUALITY, () -> quality.score(visitor, name, shown.version()));
        var profile = calls.ask(Service.QUALITY, () -> quality.profile(visitor, name, shown.version()));
        var reading = calls.ask(Service.INGEST, () -> ingest.reading(visitor, name, shown.version()));
        model.addAttribute("score", score.join());
        model.addAttribute("profile", profile.join());
        model.addAttribute("reading", reading.join());
        model.addAttribute("tables", TableView.of(shown, profile.join()));
    }

    /** As quality decides it: only the steward named in the catalogue, and only where there are tables. */
    private static boolean mayRelease(Visitor visitor, Catalog.Dataset dataset, Catalog.Version shown) {
        return "HELD_BACK".equals(shown.verdict())
                && "READ".equals(shown.outcome())
                && dataset.isNewer(shown)
                && visitor.person().is("steward")
                && dataset.hasSteward(visitor.person().subject());
    }

    private String curl(String name) {
        return """
                curl -H "Authorization: Bearer $TOKEN" \\
                     -H "Content-Type: application/json" -H "Accept: text/csv" \\
                     -d '{"purpose": "…", "sql": "SELECT * FROM %s LIMIT 100"}' \\
                     %s/access/v1/queries""".formatted(name.replace('-', '_'), site.address(Service.ACCESS));
    }
}
