package nl.datakade.portal.quarantine;

import java.util.List;
import nl.datakade.portal.api.Ingest.Quarantined;
import nl.datakade.portal.form.Typed;
import org.jspecify.annotations.Nullable;

/** What was typed for a version that has no form for it on the page any more, so that it can at least be copied. */
final class Lost {

    private Lost() {}

    static @Nullable String of(Typed typed, List<Quarantined> shown) {
        return shown.stream().anyMatch(item -> hasForm(typed, item))
                ? null
                : typed.value("message") != null ? typed.value("message") : typed.value("reason");
    }

    private static boolean hasForm(Typed typed, Quarantined item) {
        var links = item.links();
        return links != null
                && (typed.sentTo(item.place() + "/rejection")
                        ? links.rejections() != null
                        : typed.sentTo(item.place() + "/withdrawal")
                                && links.rejections() == null
                                && links.withdrawal() != null);
    }
}
