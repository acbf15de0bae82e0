package nl.datakade.portal.request;

import java.util.function.Supplier;
import nl.datakade.portal.api.Access;
import nl.datakade.portal.api.Access.Request;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.visitor.Visitor;
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

    RequestController(Calls calls, Access access) {
        this.calls = calls;
        this.access = access;
    }

    @GetMapping("/requests")
    String requests(Visitor visitor, Model model) {
        var requests = calls.ask(Service.ACCESS, () -> access.requests(visitor));
        var grants = calls.ask(Service.ACCESS, () -> access.grants(visitor));
        model.addAttribute("requests", requests.join());
        model.addAttribute("desk", Desk.of(requests.join(), visitor.person()));
        model.addAttribute("grants", grants.join());
        return "requests";
    }

    @PostMapping("/requests")
    String ask(
            @RequestParam String dataset,
            @RequestParam String purpose,
            @RequestParam String reason,
            Visitor visitor,
            RedirectAttributes next) {
        return settle("asked", next, () -> access.request(visitor, new Access.Wish(dataset, purpose, reason)));
    }

    @PostMapping("/requests/{id}/approval")
    String approve(@PathVariable String id, @RequestParam String reason, Visitor visitor, RedirectAttributes next) {
        return settle("approved", next, () -> access.approve(visitor, id, new Access.Approval(reason)));
    }

    @PostMapping("/requests/{id}/refusal")
    String refuse(@PathVariable String id, @RequestParam String reason, Visitor visitor, RedirectAttributes next) {
        return settle("refused", next, () -> access.refuse(visitor, id, new Access.Refusal(reason)));
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
