package nl.datakade.portal.disclosure;

import nl.datakade.portal.api.Access;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.visitor.Visitor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@PreAuthorize("hasAnyRole('privacy', 'fg')")
class DisclosureController {

    private final Calls calls;
    private final Access access;

    DisclosureController(Calls calls, Access access) {
        this.calls = calls;
        this.access = access;
    }

    @GetMapping("/disclosures")
    String disclosures(Wanted wanted, Visitor visitor, Model model) {
        model.addAttribute("wanted", wanted);
        model.addAttribute("found", calls.now(Service.ACCESS, () -> access.disclosures(visitor, wanted.parameters())));
        return "disclosures";
    }
}
