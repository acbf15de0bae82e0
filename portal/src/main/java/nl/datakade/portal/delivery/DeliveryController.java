package nl.datakade.portal.delivery;

import nl.datakade.portal.form.Typed;
import nl.datakade.portal.visitor.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@PreAuthorize("isAuthenticated()")
class DeliveryController {

    private final DeliveryPage page;

    DeliveryController(DeliveryPage page) {
        this.page = page;
    }

    /** Perhaps to bring more of a dataset that is known already. */
    @GetMapping("/deliveries")
    String deliveries(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String dataset,
            Visitor visitor,
            Model model) {
        var upload = model.getAttribute(Typed.NAME) instanceof Typed typed ? Upload.again(typed) : Upload.to(dataset);
        return this.page.show(visitor, page, upload, null, model);
    }
}
