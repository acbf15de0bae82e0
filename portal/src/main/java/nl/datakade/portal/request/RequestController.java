package nl.datakade.portal.request;

import java.time.LocalDate;
import java.util.function.Supplier;
import nl.datakade.portal.api.Access;
import nl.datakade.portal.api.Access.Request;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.visitor.Visitor;
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
    private final People people;

    RequestController(Calls calls, Access access, People people) {
        this.calls = calls;
        this.access = access;
        this.people = people;
    }

    @GetMapping("/requests")
    String requests(Visitor visitor, Model model) {
        var requests = calls.ask(Service.ACCESS, () -> access.requests(visitor));
        var grants = calls.ask(Service.ACCESS, () -> access.grants(visitor));
        model.addAttribute("requests", requests.join());
        var desk = Desk.of(requests.join(), grants.join(), visitor.person());
        model.addAttribute("desk", desk);
        model.addAttribute("names", people.names(visitor, desk.people()));
        model.addAttribute("grants", grants.join());
        return "requests";
    }

    @PostMapping("/requests")
    String ask(
            @RequestParam String dataset,
            @RequestParam String purpose,
            @RequestParam String reason,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            Visitor visitor,
            RedirectAttributes next) {
        return settle("asked", next, () -> access.request(visitor, new Access.Wish(dataset, purpose, reason, until)));
    }

    @PostMapping("/requests/{id}/approval")
    String approve(@PathVariable String id, @RequestParam String reason, Visitor visitor, RedirectAttributes next) {
        return settle("approved", next, () -> access.approve(visitor, id, new Access.Decision(reason)));
    }

    @PostMapping("/requests/{id}/refusal")
    String refuse(@PathVariable String id, @RequestParam String reason, Visitor visitor, RedirectAttributes next) {
        return settle("refused", next, () -> access.refuse(visitor, id, new Access.Decision(reason)));
    }

    /** Back to the list, with what came of it. */
    private String settle(String done, RedirectAttributes next, Supplier<Request> call) {
        var settled = calls.now(Service.ACCESS, call);
        if (settled.isThere()) {
            next.addFlashAttribute("done", done);
        } else {
            next.addFlashAttribute("trouble", settled.trouble());
        }
        return "redirect:/requests";
    }
}
