package nl.datakade.portal.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import nl.datakade.portal.api.Calls;
import nl.datakade.portal.api.Catalog;
import nl.datakade.portal.api.Ingest;
import nl.datakade.portal.api.Landing;
import nl.datakade.portal.api.Part;
import nl.datakade.portal.api.Quality;
import nl.datakade.portal.api.Service;
import nl.datakade.portal.form.StreamedForm;
import nl.datakade.portal.naming.Naming;
import nl.datakade.portal.visitor.Visitor;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes a file from a browser, and shows what becomes of it. */
@Controller
class UploadController {

    private final Calls calls;
    private final Catalog catalog;
    private final Ingest ingest;
    private final Quality quality;
    private final Landing landing;
    private final Naming naming;
    private final DeliveryPage page;

    UploadController(
            Calls calls,
            Catalog catalog,
            Ingest ingest,
            Quality quality,
            Landing landing,
            Naming naming,
            DeliveryPage page) {
        this.calls = calls;
        this.catalog = catalog;
        this.ingest = ingest;
        this.quality = quality;
        this.landing = landing;
        this.naming = naming;
        this.page = page;
    }

    @PostMapping(path = "/deliveries", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasRole('department')")
    String upload(HttpServletRequest request, HttpServletResponse response, Visitor visitor, Model model)
            throws IOException {
        var wanted = Upload.of(StreamedForm.of(request), visitor.person());
        if (!wanted.isComplete()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page.show(visitor, 1, wanted, null, model);
        }
        var receipt = push(visitor, wanted, StreamedForm.of(request));
        if (receipt.value() != null) {
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/deliveries/{id}")
                            .build(receipt.value().deliveryId());
        }
        var trouble = Objects.requireNonNull(receipt.trouble());
        response.setStatus(trouble.status() == null ? HttpServletResponse.SC_BAD_GATEWAY : trouble.status());
        return page.show(visitor, 1, wanted, trouble, model);
    }

    @GetMapping("/deliveries/{id}")
    @PreAuthorize("isAuthenticated()")
    String receipt(@PathVariable String id, Visitor visitor, Model model) {
        var delivery =
                calls.now(Service.INGEST, () -> ingest.delivery(visitor, id)).orThrow();
        model.addAttribute("delivery", delivery);
        model.addAttribute("names", naming.of(visitor, List.of(delivery.dataset())));
        model.addAttribute("steps", Step.of(delivery));
        if ("FAILED".equals(delivery.state())) {
            model.addAttribute(
                    "reading",
                    calls.now(Service.INGEST, () -> ingest.reading(visitor, delivery.dataset(), delivery.version())));
        }
        if ("RELEASED".equals(delivery.state()) || "HELD_BACK".equals(delivery.state())) {
            model.addAttribute(
                    "score",
                    calls.now(Service.QUALITY, () -> quality.score(visitor, delivery.dataset(), delivery.version())));
        }
        return "delivery";
    }

    private Part<Ingest.Delivery> push(Visitor visitor, Upload upload, StreamedForm form) throws IOException {
        return landing.push(
                visitor,
                new Landing.Handover(
                        upload.dataset(),
                        isKnown(visitor, upload.dataset()) ? null : upload.department(),
                        upload.fileName(),
                        FileKind.of(upload.fileName()),
                        form.content()));
    }

    /** A dataset that exists has its department already. */
    private boolean isKnown(Visitor visitor, String dataset) {
        return calls.now(Service.CATALOG, () -> catalog.dataset(visitor, dataset))
                .isThere();
    }
}
