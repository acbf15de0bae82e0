package nl.datakade.portal.quarantine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Ingest;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.form.Typed;
import nl.datakade.portal.naming.Naming;
import nl.datakade.portal.visitor.Visitor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does something about a version on the work list, and leads back to the list as the visitor had it. */
@Controller
@RequestMapping("/quarantine/{name}/{version}")
@PreAuthorize("isAuthenticated()")
class SettleController {

    private final Calls calls;
    private final Ingest ingest;
    private final Naming naming;

    SettleController(Calls calls, Ingest ingest, Naming naming) {
        this.calls = calls;
        this.ingest = ingest;
        this.naming = naming;
    }

    @PostMapping("/rejection")
    String reject(
            @PathVariable String name,
            @PathVariable int version,
            @RequestParam String message,
            Wanted wanted,
            Visitor visitor,
            HttpServletRequest request,
            RedirectAttributes next) {
        return settle(
                "rejected",
                name,
                version,
                wanted,
                visitor,
                request,
                next,
                () -> ingest.reject(visitor, name, version, new Ingest.Rejection(message)));
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable String name,
            @PathVariable int version,
            @RequestParam String reason,
            Wanted wanted,
            Visitor visitor,
            HttpServletRequest request,
            RedirectAttributes next) {
        return settle(
                "withdrawn",
                name,
                version,
                wanted,
                visitor,
                request,
                next,
                () -> ingest.withdraw(visitor, name, version, new Ingest.Withdrawal(reason)));
    }

    @PostMapping("/reading")
    String readAgain(
            @PathVariable String name,
            @PathVariable int version,
            Wanted wanted,
            Visitor visitor,
            HttpServletRequest request,
            RedirectAttributes next) {
        return settle(
                "read-again",
                name,
                version,
                wanted,
                visitor,
                request,
                next,
                () -> ingest.readAgain(visitor, name, version));
    }

    /** What was typed is there again when it did not succeed. */
    private String settle(
            String what,
            String name,
            int version,
            Wanted wanted,
            Visitor visitor,
            HttpServletRequest request,
            RedirectAttributes next,
            Supplier<?> call) {
        var settled = calls.now(Service.INGEST, call);
        if (settled.isThere()) {
            next.addFlashAttribute("done", new Done(what, naming.title(visitor, name), Integer.toString(version)));
        } else {
            Typed.keep(request, settled.trouble(), next);
        }
        return "redirect:" + wanted.toPage(settled.isThere() || wanted.page() == null ? 1 : wanted.page());
    }
}
