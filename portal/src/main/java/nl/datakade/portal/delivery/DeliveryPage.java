package nl.datakade.portal.delivery;

import java.util.List;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Ingest;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.api.Trouble;
import nl.datakade.portal.naming.Departments;
import nl.datakade.portal.naming.Naming;
import nl.datakade.portal.page.Site;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;

/** What came in, and the form to bring more for those who work for a department. */
@Component
class DeliveryPage {

    private static final String MOST = "100";

    private final Calls calls;
    private final Catalog catalog;
    private final Ingest ingest;
    private final Naming naming;
    private final Departments departments;
    private final Site site;

    DeliveryPage(Calls calls, Catalog catalog, Ingest ingest, Naming naming, Departments departments, Site site) {
        this.calls = calls;
        this.catalog = catalog;
        this.ingest = ingest;
        this.naming = naming;
        this.departments = departments;
        this.site = site;
    }

    /** @param trouble why ingest did not take the file */
    String show(Visitor visitor, int page, Upload upload, @Nullable Trouble trouble, Model model) {
        var deliveries = calls.ask(Service.INGEST, () -> ingest.deliveries(visitor, Math.max(1, page)));
        if (visitor.person().is("department")) {
            var departments = calls.ask(Service.CATALOG, () -> this.departments.of(visitor));
            var own = calls.ask(Service.CATALOG, () -> catalog.datasets(visitor, ofOwnDepartments(visitor)));
            model.addAttribute("departments", Choice.of(departments.join(), visitor.person()));
            var known = own.join().value();
            model.addAttribute("own", known == null ? List.of() : known.items());
            model.addAttribute("upload", upload);
            model.addAttribute("refusal", trouble);
        }
        var found = deliveries.join();
        if (found.value() != null && found.value().isBeyond()) {
            return "redirect:/deliveries?page=" + found.value().pages();
        }
        var items = found.value() == null
                ? List.<Ingest.Delivery>of()
                : found.value().items();
        model.addAttribute("found", found);
        model.addAttribute(
                "names",
                naming.of(visitor, items.stream().map(Ingest.Delivery::dataset).toList()));
        model.addAttribute("curl", curl());
        return "deliveries";
    }

    private static LinkedMultiValueMap<String, String> ofOwnDepartments(Visitor visitor) {
        var wanted = new LinkedMultiValueMap<String, String>();
        visitor.person().departments().forEach(department -> wanted.add("department", department));
        wanted.set("pageSize", MOST);
        return wanted;
    }

    private String curl() {
        return """
                curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: text/csv" \\
                     -H 'Content-Disposition: attachment; filename="fietstellingen.csv"' \\
                     --data-binary @fietstellingen.csv \\
                     %s/ingest/v1/datasets/fietstellingen/deliveries""".formatted(site.address(Service.INGEST));
    }
}
