package nl.datakade.portal.disclosure;

import java.util.List;
import nl.datakade.portal.api.Access;
import nl.datakade.portal.api.Access.Disclosure;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.request.People;
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
    private final People people;

    DisclosureController(Calls calls, Access access, People people) {
        this.calls = calls;
        this.access = access;
        this.people = people;
    }

    @GetMapping("/disclosures")
    String disclosures(Wanted wanted, Visitor visitor, Model model) {
        model.addAttribute("wanted", wanted);
        var found = calls.now(Service.ACCESS, () -> access.disclosures(visitor, wanted.parameters()));
        model.addAttribute("found", found);
        List<String> seen = found.value() == null
                ? List.of()
                : found.value().items().stream().map(Disclosure::person).toList();
        model.addAttribute("names", people.names(visitor, seen));
        return "disclosures";
    }
}
