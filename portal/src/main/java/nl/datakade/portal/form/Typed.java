package nl.datakade.portal.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What somebody typed in a form that was refused or came too late. The next page has it as {@code typed}, and fills its
 * form with it again, so that nobody types anything twice.
 *
 * @param action where the form was sent, by which it is known again
 */
public record Typed(String action, Map<String, String> fields) implements Serializable {

    public static final String NAME = "typed";

    /** Beyond so many characters it is not kept, names included: it lies in memory until its page is shown. */
    private static final int MOST = 64_000;

    /** None of our forms has as many fields, or longer names. */
    private static final int FIELDS = 50;

    private static final int NAME_LENGTH = 100;

    public Typed {
        fields = Map.copyOf(fields);
    }

    public static Typed of(HttpServletRequest request) {
        var fields = new TreeMap<String, String>();
        if (StreamedForm.isIn(request)) {
            fields.putAll(StreamedForm.of(request).fields());
        } else {
            request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
        }
        fields.remove("_csrf");
        return new Typed(request.getServletPath(), isKept(fields) ? fields : Map.of());
    }

    static boolean isKept(Map<String, String> fields) {
        var size = 0L;
        for (var field : fields.entrySet()) {
            if (field.getKey().length() > NAME_LENGTH) {
                return false;
            }
            size += field.getKey().length() + field.getValue().length();
        }
        return fields.size() <= FIELDS && size <= MOST;
    }

    /** Has the page after a refusal say why, and show the form with what was typed in it. */
    public static void keep(HttpServletRequest request, @Nullable Object refusal, RedirectAttributes next) {
        next.addFlashAttribute("trouble", refusal);
        next.addFlashAttribute(NAME, of(request));
    }

    public boolean sentTo(String address) {
        return action.equals(address);
    }

    /** Was it sent to one of the addresses below this one? */
    public boolean sentBelow(String address) {
        return action.startsWith(address + "/");
    }

    public @Nullable String value(String field) {
        return fields.get(field);
    }
}
