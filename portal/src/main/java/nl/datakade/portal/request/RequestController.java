package nl.datakade.portal.request;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.function.Supplier;
import nl.datakade.portal.api.Access;
import nl.datakade.portal.api.Access.Request;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.form.Typed;
import nl.datakade.portal.naming.Naming;
import nl.datakade.portal.naming.People;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@PreAuthorize("isAuthenticated()")
class RequestController {

    private final Calls calls;
    private final Access access;
    private final Naming naming;
    private final People people;

    RequestController(Calls calls, Access access, Naming naming, People people) {
        this.calls = calls;
        this.access = access;
        this.naming = naming;
        this.people = people;
    }

    @GetMapping("/requests")
    String requests(Pages pages, Visitor visitor, Model model) {
        var waiting = calls.ask(Service.ACCESS, () -> access.waiting(visitor, pages.of(pages.waiting())));
        var own = calls.ask(Service.ACCESS, () -> access.requests(visitor, true, pages.of(pages.own())));
        var others = calls.ask(Service.ACCESS, () -> access.requests(visitor, false, pages.of(pages.others())));
        var grants = calls.ask(Service.ACCESS, () -> access.grants(visitor, pages.of(pages.grants())));
        var desk = new Desk(waiting.join(), own.join(), others.join(), grants.join());
        model.addAttribute("pages", pages);
        model.addAttribute("desk", desk);
        model.addAttribute("people", people.names(visitor, desk.people()));
        model.addAttribute("names", naming.of(visitor, desk.datasets()));
        return "requests";
    }

    /** What is refused comes back on the page of the dataset, where the form stands. */
    @PostMapping("/requests")
    String ask(
            @RequestParam String dataset,
            @RequestParam String purpose,
            @RequestParam String reason,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "false") boolean combine,
            Visitor visitor,
            HttpServletRequest request,
            RedirectAttributes next) {
        var asked = calls.now(
                Service.ACCESS,
                () -> access.request(visitor, new Access.Wish(dataset, purpose, reason, until, combine)));
        next.addAttribute("name", dataset);
        var taken = asked.value();
        if (taken != null) {
            next.addFlashAttribute("asked", taken.open() ? "asked" : "refused-by-rules");
        } else {
            Typed.keep(request, asked.trouble(), next);
        }
        return "redirect:/datasets/{name}#use";
    }

    @PostMapping("/requests/{id}/approval")
    String approve(
            @PathVariable String id,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable Long policyRevision,
            Visitor visitor,
            HttpServletRequest request,
            RedirectAttributes next) {
        return settle(
                "approved",
                request,
                next,
                () -> access.approve(visitor, id, new Access.Approving(reason, policyRevision)));
    }

    @PostMapping("/requests/{id}/refusal")
    String refuse(
            @PathVariable String id,
            @RequestParam String reason,
            Visitor visitor,
            HttpServletRequest request,
            RedirectAttributes next) {
        return settle("refused", request, next, () -> access.refuse(visitor, id, new Access.Decision(reason)));
    }

    /** Back to the list, with what came of it. */
    private String settle(String done, HttpServletRequest request, RedirectAttributes next, Supplier<Request> call) {
        var settled = calls.now(Service.ACCESS, call);
        if (settled.isThere()) {
            next.addFlashAttribute("done", done);
        } else {
            Typed.keep(request, settled.trouble(), next);
        }
        return "redirect:/requests";
    }
}
