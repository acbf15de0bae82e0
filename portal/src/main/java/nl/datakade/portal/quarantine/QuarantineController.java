package nl.datakade.portal.quarantine;

import java.util.function.Supplier;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Ingest;
import nl.datakade.portal.api.Quality;
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

/** What each visitor sees and may do the services decide; the page shows no button that would lead to a refusal. */
@Controller
@PreAuthorize("isAuthenticated()")
class QuarantineController {

    private static final String VERSION = "/quarantine/{name}/{version}";

    private final Calls calls;
    private final Ingest ingest;
    private final Quality quality;

    QuarantineController(Calls calls, Ingest ingest, Quality quality) {
        this.calls = calls;
        this.ingest = ingest;
        this.quality = quality;
    }

    @GetMapping("/quarantine")
    String list(@RequestParam(defaultValue = "1") int page, Visitor visitor, Model model) {
        model.addAttribute("found", calls.now(Service.INGEST, () -> ingest.quarantine(visitor, Math.max(1, page))));
        return "quarantine";
    }

    @PostMapping(VERSION + "/release")
    String release(
            @PathVariable String name,
            @PathVariable int version,
            @RequestParam String words,
            Visitor visitor,
            RedirectAttributes next) {
        return settle(
                "released",
                Service.QUALITY,
                next,
                () -> quality.release(visitor, name, version, new Quality.Release(words)));
    }

    @PostMapping(VERSION + "/rejection")
    String reject(
            @PathVariable String name,
            @PathVariable int version,
            @RequestParam String words,
            Visitor visitor,
            RedirectAttributes next) {
        return settle(
                "rejected",
                Service.INGEST,
                next,
                () -> ingest.reject(visitor, name, version, new Ingest.Rejection(words)));
    }

    @PostMapping(VERSION + "/reading")
    String readAgain(@PathVariable String name, @PathVariable int version, Visitor visitor, RedirectAttributes next) {
        return settle("read-again", Service.INGEST, next, () -> ingest.readAgain(visitor, name, version));
    }

    /** Back to the list, with what came of it. */
    private String settle(String done, Service service, RedirectAttributes next, Supplier<?> call) {
        var settled = calls.now(service, call);
        if (settled.isThere()) {
            next.addFlashAttribute("done", done);
        } else {
            next.addFlashAttribute("trouble", settled.trouble());
        }
        return "redirect:/quarantine";
    }
}
