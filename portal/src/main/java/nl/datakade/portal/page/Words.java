package nl.datakade.portal.page;

import java.util.List;
import java.util.regex.Pattern;
import nl.datakade.portal.api.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What a service refused, in words for somebody at a page. A service speaks to a program that can read its members and set
 * its headers; what it says of those helps nobody here. Templates call it {@code @words}; the words stand in the messages
 * under {@code problem.<type>}, and where there are none the service's own are shown, unless they speak of its interface.
 */
@Component
public class Words {

    static final Pattern INTERFACE = Pattern.compile("""
            /[a-z]+/v1|\\berrors\\b|\\bmissing (?:staan|hold|list)|\\bwaitingFor\\b|openapi|If-(?:None-)?Match|ETag|Retry-After\
            |\\b[Hh]eaders?\\b|\\bkop \\p{Lu}|\\bcurl\\b|Content-\\p{Lu}|Upload-\\p{Lu}|\\b(?:GET|PUT|PATCH|POST)\\b|\\?\\w+=\
            |laat until|leave until|\\bslug\\b|queryId|traceId|Bearer|\\btus\\b|\\./datakade|/policy/""");

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    public String title(Trouble trouble) {
        var own = own(trouble, ".title");
        var title = own != null ? own : plain(trouble.title());
        return title != null ? title : String.valueOf(message("trouble.refused"));
    }

    public @Nullable String detail(Trouble trouble) {
        var own = own(trouble, ".detail");
        return own != null ? own : plain(trouble.detail());
    }

    public @Nullable String remedy(Trouble trouble) {
        var own = own(trouble, ".remedy");
        return own != null ? own : plain(trouble.remedy());
    }

    /** Where something is wrong, in a field or in the text of one; only what is sent as a field can be expected of a person. */
    public List<String> places(Trouble trouble) {
        if (!"invalid-input".equals(trouble.type())) {
            return List.of();
        }
        return trouble.errors().stream()
                .filter(place -> place.name() != null && place.expected() != null)
                .map(place -> label(String.valueOf(place.name())) + ": " + place.expected())
                .toList();
    }

    private String label(String field) {
        var label = message("field." + field);
        return label == null ? field : label;
    }

    private @Nullable String own(Trouble trouble, String part) {
        return trouble.type() == null ? null : message("problem." + trouble.type() + part);
    }

    private static @Nullable String plain(@Nullable String text) {
        return text == null || INTERFACE.matcher(text).find() ? null : text;
    }

    private @Nullable String message(String key) {
        var text = messages.getMessage(key, null, "", LocaleContextHolder.getLocale());
        return text == null || text.isEmpty() ? null : text;
    }
}
