package nl.datakade.portal.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a part of a page cannot be shown, in the words of the service's own problem document (RFC 9457).
 *
 * @param status null when the service did not answer at all
 * @param type last step of the problem's type
 * @param members what the document says beyond the standard
 */
public record Trouble(
        Service service,
        @Nullable Integer status,
        @Nullable String type,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String remedy,
        @Nullable String traceId,
        List<Place> errors,
        Map<String, Object> members) {

    /** One thing wrong in what was sent, with where it stands. */
    public record Place(
            @Nullable String in,
            @Nullable String name,
            @Nullable String expected,
            @Nullable Integer line,
            @Nullable Integer column) {}

    static Trouble away(Service service) {
        return new Trouble(service, null, null, null, null, null, null, List.of(), Map.of());
    }

    /** Is the service itself at fault, so that trying again later may help? */
    public boolean isAway() {
        return status == null || status >= 500;
    }

    public boolean isMissing() {
        return status != null && status == 404;
    }

    public boolean isForbidden() {
        return status != null && status == 403;
    }
}
