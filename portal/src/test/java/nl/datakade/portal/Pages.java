package nl.datakade.portal;

import java.util.List;

/** Every page that a signed-in person can open. */
final class Pages {

    static final List<String> ALL = List.of(
            "/",
            "/?q=eenhoorn",
            "/datasets/fietstellingen",
            "/datasets/fietstellingen?version=1",
            "/datasets/jaarverslag",
            "/datasets/zorgvraag-per-buurt",
            "/datasets/meldingen-openbare-ruimte",
            "/query?dataset=fietstellingen",
            "/requests",
            "/proposals",
            "/deliveries",
            "/deliveries/0190f2c4-7b20-7c1a-8d11-aa22bb33cc50",
            "/deliveries/0190f2c4-7b20-7c1a-8d11-aa22bb33cc51",
            "/quarantine",
            "/quarantine?department=mobiliteit&move=STEWARD",
            "/disclosures",
            "/nergens");

    private Pages() {}
}
