package nl.datakade.portal.query;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import nl.datakade.portal.api.Access;
import nl.datakade.portal.api.Access.Question;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Downloads;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@PreAuthorize("isAuthenticated()")
class QueryController {

    private final Calls calls;
    private final Access access;
    private final Downloads downloads;

    QueryController(Calls calls, Access access, Downloads downloads) {
        this.calls = calls;
        this.access = access;
        this.downloads = downloads;
    }

    @GetMapping("/query")
    String form(@RequestParam(required = false) @Nullable String dataset, Visitor visitor, Model model) {
        var grants = calls.now(Service.ACCESS, () -> access.grants(visitor));
        model.addAttribute("purposes", Purpose.of(grants));
        model.addAttribute("grants", grants);
        model.addAttribute(
                "purpose",
                Purpose.of(grants).stream()
                        .filter(purpose -> dataset != null && purpose.datasets().contains(dataset))
                        .map(Purpose::id)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("sql", dataset == null ? "" : "SELECT *\nFROM " + SqlName.of(dataset) + "\nLIMIT 100");
        return "query";
    }

    @PostMapping("/query")
    String ask(@RequestParam String purpose, @RequestParam String sql, Visitor visitor, Model model) {
        var result = calls.ask(Service.ACCESS, () -> access.query(visitor, new Question(purpose, sql)));
        var grants = calls.ask(Service.ACCESS, () -> access.grants(visitor));
        model.addAttribute("result", result.join());
        model.addAttribute("pointer", Pointer.in(sql, result.join().trouble()));
        return again(purpose, sql, grants.join(), model);
    }

    /** The same answer as a file; a question that is refused comes back on the page. */
    @PostMapping(path = "/query", params = "csv")
    @Nullable
    String download(
            @RequestParam String purpose,
            @RequestParam String sql,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        var trouble = downloads.csv(visitor, new Question(purpose, sql), answer -> pass(answer, response));
        if (trouble == null) {
            return null;
        }
        model.addAttribute("result", Part.without(trouble));
        model.addAttribute("pointer", Pointer.in(sql, trouble));
        return again(purpose, sql, calls.now(Service.ACCESS, () -> access.grants(visitor)), model);
    }

    private static String again(String purpose, String sql, Part<Listing<Access.Grant>> grants, Model model) {
        model.addAttribute("purposes", Purpose.of(grants));
        model.addAttribute("grants", grants);
        model.addAttribute("purpose", purpose);
        model.addAttribute("sql", sql);
        return "query";
    }

    private static void pass(InputStream answer, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"datakade.csv\"");
        answer.transferTo(response.getOutputStream());
    }
}
