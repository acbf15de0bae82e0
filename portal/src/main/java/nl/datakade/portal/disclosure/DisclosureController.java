package nl.datakade.portal.disclosure;

import java.util.List;
import java.util.Objects;
import nl.datakade.portal.api.Access;
import nl.datakade.portal.api.Access.Disclosure;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.naming.Naming;
import nl.datakade.portal.naming.People;
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
    private final Naming naming;
    private final People people;

    DisclosureController(Calls calls, Access access, Naming naming, People people) {
        this.calls = calls;
        this.access = access;
        this.naming = naming;
        this.people = people;
    }

    @GetMapping("/disclosures")
    String disclosures(Wanted wanted, Visitor visitor, Model model) {
        model.addAttribute("wanted", wanted);
        var found = calls.now(Service.ACCESS, () -> access.disclosures(visitor, wanted.parameters()));
        if (found.value() != null && found.value().isBeyond()) {
            return "redirect:" + wanted.toPage(found.value().pages());
        }
        model.addAttribute("found", found);
        List<Disclosure> seen =
                found.value() == null ? List.of() : found.value().items();
        model.addAttribute(
                "people",
                people.names(visitor, seen.stream().map(Disclosure::person).toList()));
        model.addAttribute(
                "names",
                naming.of(
                        visitor,
                        seen.stream()
                                .map(Disclosure::dataset)
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull)
                                .toList()));
        return "disclosures";
    }
}
