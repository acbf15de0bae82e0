package nl.datakade.portal.quarantine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Ingest;
import nl.datakade.portal.api.Ingest.Quarantined;
import nl.datakade.portal.api.Ingest.Waiting;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.form.Typed;
import nl.datakade.portal.naming.Naming;
import nl.datakade.portal.visitor.Visitor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What each visitor sees and may do the services decide; the page shows no button that would lead to a refusal. */
@Controller
@PreAuthorize("isAuthenticated()")
class QuarantineController {

    private final Calls calls;
    private final Ingest ingest;
    private final Naming naming;

    QuarantineController(Calls calls, Ingest ingest, Naming naming) {
        this.calls = calls;
        this.ingest = ingest;
        this.naming = naming;
    }

    /** Those that wait for the visitor, or those that wait for others. */
    record Group(boolean yours, List<Quarantined> items) {}

    @GetMapping("/quarantine")
    String list(Wanted wanted, Visitor visitor, Model model, HttpServletRequest request, RedirectAttributes next) {
        var found = calls.ask(Service.INGEST, () -> ingest.quarantine(visitor, wanted.parameters()));
        var yours = calls.ask(Service.INGEST, () -> ingest.quarantine(visitor, wanted.yours()));
        var everything = calls.ask(Service.INGEST, () -> ingest.waiting(visitor));
        var list = found.join().value();
        if (list != null && list.isBeyond()) {
            told(request).forEach(next::addFlashAttribute);
            return "redirect:" + wanted.toPage(list.pages());
        }
        var shown = items(found.join());
        var waiting = Objects.requireNonNullElse(everything.join().value(), Waiting.NONE);
        var names = naming.of(
                visitor,
                Stream.concat(shown.stream().map(Quarantined::dataset), waiting.datasets().stream())
                        .toList());
        model.addAttribute("wanted", wanted);
        model.addAttribute("found", found.join());
        model.addAttribute("groups", groups(shown));
        model.addAttribute("yours", yours.join());
        model.addAttribute("choices", Choices.of(waiting, wanted, names));
        model.addAttribute("names", names);
        if (model.getAttribute(Typed.NAME) instanceof Typed typed) {
            model.addAttribute("lost", Lost.of(typed, shown));
        }
        return "quarantine";
    }

    /** What the page before had to tell. */
    private static Map<String, ?> told(HttpServletRequest request) {
        var told = RequestContextUtils.getInputFlashMap(request);
        return told == null ? Map.of() : told;
    }

    private static List<Group> groups(List<Quarantined> items) {
        return Stream.of(true, false)
                .map(yours -> new Group(
                        yours,
                        items.stream().filter(item -> item.yours() == yours).toList()))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    private static List<Quarantined> items(Part<Listing<Quarantined>> list) {
        return list.value() == null ? List.of() : list.value().items();
    }
}
