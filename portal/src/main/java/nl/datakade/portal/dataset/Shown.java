package nl.datakade.portal.dataset;

import nl.datakade.portal.api.Catalog.Dataset;
import nl.datakade.portal.api.Catalog.Version;
import nl.datakade.portal.api.Listing;
import nl.datakade.portal.api.Part;
import org.jspecify.annotations.Nullable;

/** Which version a page is about. */
final class Shown {

    private Shown() {}

    static @Nullable Version of(Dataset dataset, Part<Listing<Version>> versions, @Nullable Integer asked) {
        var known = versions.value();
        if (known == null) {
            return null;
        }
        var wanted = asked != null
                ? asked
                : dataset.currentVersion() != null ? dataset.currentVersion() : dataset.latestVersion();
        return known.items().stream()
                .filter(version -> wanted == null || version.version() == wanted)
                .findFirst()
                .orElse(null);
    }
}
