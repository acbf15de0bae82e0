package nl.datakade.portal.query;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import nl.datakade.portal.api.Access;
import nl.datakade.portal.api.Access.Question;
import nl.datakade.portal.api.Answers;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.api.Whole;
import nl.datakade.portal.form.Typed;
import nl.datakade.portal.naming.Naming;
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

    private static final int SHOWN = 500;

    private final Calls calls;
    private final Access access;
    private final Answers answers;
    private final Naming naming;

    QueryController(Calls calls, Access access, Answers answers, Naming naming) {
        this.calls = calls;
        this.access = access;
        this.answers = answers;
        this.naming = naming;
    }

    @GetMapping("/query")
    String form(@RequestParam(required = false) @Nullable String dataset, Visitor visitor, Model model) {
        if (model.getAttribute(Typed.NAME) instanceof Typed typed) {
            var sql = typed.value("sql");
            return page(typed.value("purpose"), dataset, sql == null ? "" : sql, visitor, model);
        }
        var sql = dataset == null ? "" : "SELECT *\nFROM " + SqlName.of(dataset) + "\nLIMIT 100";
        return page(null, dataset, sql, visitor, model);
    }

    @PostMapping("/query")
    String ask(@RequestParam String purpose, @RequestParam String sql, Visitor visitor, Model model) {
        var result = answers.table(visitor, new Question(purpose, sql, SHOWN), SHOWN);
        return answered(result, purpose, sql, visitor, model);
    }

    /** The whole answer as a file; a question that is refused comes back on the page. */
    @PostMapping(path = "/query", params = "csv")
    @Nullable
    String download(
            @RequestParam String purpose,
            @RequestParam String sql,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        var passed = answers.csv(visitor, new Question(purpose, sql, null), answer -> pass(answer, response));
        return passed.isThere() ? null : answered(passed, purpose, sql, visitor, model);
    }

    private String answered(Part<?> result, String purpose, String sql, Visitor visitor, Model model) {
        model.addAttribute("result", result);
        model.addAttribute("pointer", Pointer.in(sql, result.trouble()));
        return page(purpose, null, sql, visitor, model);
    }

    private String page(@Nullable String chosen, @Nullable String dataset, String sql, Visitor visitor, Model model) {
        var grants = calls.ask(Service.ACCESS, () -> Whole.of(part -> access.activeGrants(visitor, part)));
        var activities = calls.ask(Service.ACCESS, () -> Whole.of(part -> access.activities(visitor, part)));
        var purposes = Purposes.of(grants.join(), activities.join(), visitor.person());
        model.addAttribute("names", naming.of(visitor, purposes.datasets()));
        model.addAttribute("grants", grants.join());
        model.addAttribute("purposes", purposes);
        model.addAttribute("purpose", chosen != null ? chosen : purposes.fitting(dataset));
        model.addAttribute("sql", sql);
        return "query";
    }

    private static long pass(InputStream answer, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"datakade.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return answer.transferTo(response.getOutputStream());
    }
}
