package nl.datakade.portal.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to narrow the search to one of a few fixed values.
 *
 * @param name in the address
 * @param words prefix of the values' words in the messages
 */
record Facet(
        String name,
        String words,
        List<String> values,
        @Nullable String chosen) {

    static List<Facet> of(Wanted wanted) {
        return List.of(
                new Facet(
                        "confidentiality",
                        "confidentiality",
                        List.of("PUBLIC", "INTERNAL", "CONFIDENTIAL", "SECRET"),
                        text(wanted.confidentiality())),
                new Facet(
                        "personalData",
                        "personal-data",
                        List.of("NONE", "PERSONAL", "SPECIAL", "CRIMINAL"),
                        text(wanted.personalData())),
                new Facet("status", "status", List.of("DRAFT", "REGISTERED", "WITHDRAWN"), text(wanted.status())));
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
