package nl.datakade.portal;

import java.util.List;

/** Every page that a signed-in person can open. */
final class Pages {

    static final List<String> ALL = List.of(
            "/",
            "/?q=eenhoorn",
            "/datasets/fietstellingen",
            "/datasets/zorgvraag-per-buurt",
            "/datasets/meldingen-openbare-ruimte",
            "/query?dataset=fietstellingen",
            "/requests",
            "/deliveries",
            "/disclosures",
            "/nergens");

    private Pages() {}
}
