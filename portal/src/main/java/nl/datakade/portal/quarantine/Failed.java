package nl.datakade.portal.quarantine;

import java.util.List;
import nl.datakade.portal.api.Ingest.Quarantined;
import org.jspecify.annotations.Nullable;

/**
 * What could not be done, so that its form is open on the next page with what was typed in it.
 *
 * @param mark of the version
 * @param what as in {@link Done}
 */
public record Failed(String mark, String what, @Nullable String typed) {

    public boolean of(Quarantined item, String action) {
        return mark.equals(item.mark()) && what.equals(action);
    }

    /** What was typed, when none of these has a form for it. */
    @Nullable
    String lost(List<Quarantined> shown) {
        return shown.stream().anyMatch(this::hasForm) ? null : typed;
    }

    private boolean hasForm(Quarantined item) {
        var links = item.links();
        return links != null
                && of(item, what)
                && (what.equals("rejected")
                        ? links.rejections() != null
                        : links.rejections() == null && links.withdrawal() != null);
    }
}
