package nl.datakade.portal.proposal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import nl.datakade.portal.api.Access;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.form.Typed;
import nl.datakade.portal.naming.Naming;
import nl.datakade.portal.naming.People;
import nl.datakade.portal.visitor.Visitor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an owner and a privacy officer each decide; the services see to it that they are two persons. */
@Controller
@PreAuthorize("hasAnyRole('owner', 'privacy', 'admin')")
class ProposalController {

    private final Calls calls;
    private final Catalog catalog;
    private final Access access;
    private final Naming naming;
    private final People people;

    ProposalController(Calls calls, Catalog catalog, Access access, Naming naming, People people) {
        this.calls = calls;
        this.catalog = catalog;
        this.access = access;
        this.naming = naming;
        this.people = people;
    }

    @GetMapping("/proposals")
    String proposals(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "1") int policyPage,
            Visitor visitor,
            Model model) {
        var pages = new ProposalPages(Math.max(1, page), Math.max(1, policyPage));
        var classifications = calls.ask(Service.CATALOG, () -> catalog.proposals(visitor, pages.datasets()));
        var policies = calls.ask(Service.ACCESS, () -> access.proposals(visitor, pages.policies()));
        model.addAttribute("pages", pages);
        var waiting = new Waiting(classifications.join(), policies.join());
        model.addAttribute("waiting", waiting);
        model.addAttribute("person", visitor.person());
        model.addAttribute("people", people.names(visitor, waiting.people()));
        model.addAttribute("names", naming.of(visitor, waiting.datasets()));
        return "proposals";
    }

    /** The verdict is approve or reject: which of the two buttons was pressed. */
    @PostMapping("/proposals/catalog/{name}/{id}")
    String decideInCatalog(
            @PathVariable String name,
            @PathVariable String id,
            @RequestParam String as,
            @RequestParam String verdict,
            @RequestParam String reason,
            Visitor visitor,
            HttpServletRequest request,
            RedirectAttributes next) {
        var vote = new Catalog.Vote(as, verdict.equals("approve"), reason);
        return settle(Service.CATALOG, vote, request, next, () -> catalog.decide(visitor, name, id, vote));
    }

    @PostMapping("/proposals/access/{name}/{id}")
    String decideInAccess(
            @PathVariable String name,
            @PathVariable String id,
            @RequestParam String as,
            @RequestParam String verdict,
            @RequestParam String reason,
            Visitor visitor,
            HttpServletRequest request,
            RedirectAttributes next) {
        var vote = new Catalog.Vote(as, verdict.equals("approve"), reason);
        return settle(Service.ACCESS, vote, request, next, () -> access.decide(visitor, name, id, vote));
    }

    private String settle(
            Service service, Catalog.Vote vote, HttpServletRequest request, RedirectAttributes next, Supplier<?> call) {
        var settled = calls.now(service, call);
        if (settled.isThere()) {
            next.addFlashAttribute("done", vote.approve() ? "approved" : "rejected");
        } else {
            Typed.keep(request, settled.trouble(), next);
        }
        return "redirect:/proposals";
    }
}
