package nl.datakade.portal.dataset;

import java.util.List;
import java.util.Locale;
import nl.datakade.portal.api.Catalog.Dataset;
import nl.datakade.portal.api.Catalog.Theme;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;

/** The themes of a dataset in words; one that is not on the list keeps its code. */
final class ThemeNames {

    private ThemeNames() {}

    static List<String> of(Dataset dataset, Part<Listing<Theme>> themes, Locale language) {
        List<Theme> known = themes.value() == null ? List.of() : themes.value().items();
        return dataset.themes().stream()
                .map(named -> known.stream()
                        .filter(theme ->
                                theme.iri().equals(named) || theme.code().equals(named))
                        .map(theme -> theme.name(language))
                        .findFirst()
                        .orElse(named.substring(named.lastIndexOf('/') + 1)))
                .toList();
    }
}
