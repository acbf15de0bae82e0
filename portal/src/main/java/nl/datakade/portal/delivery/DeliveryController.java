package nl.datakade.portal.delivery;

import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Ingest;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.page.Site;
import nl.datakade.portal.visitor.Visitor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@PreAuthorize("isAuthenticated()")
class DeliveryController {

    private final Calls calls;
    private final Ingest ingest;
    private final Site site;

    DeliveryController(Calls calls, Ingest ingest, Site site) {
        this.calls = calls;
        this.ingest = ingest;
        this.site = site;
    }

    @GetMapping("/deliveries")
    String deliveries(@RequestParam(defaultValue = "1") int page, Visitor visitor, Model model) {
        model.addAttribute("found", calls.now(Service.INGEST, () -> ingest.deliveries(visitor, Math.max(1, page))));
        model.addAttribute("curl", """
                curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: text/csv" \\
                     -H 'Content-Disposition: attachment; filename="fietstellingen.csv"' \\
                     --data-binary @fietstellingen.csv \\
                     %s/ingest/v1/datasets/fietstellingen/deliveries""".formatted(site.address(Service.INGEST)));
        return "deliveries";
    }
}
