package nl.datakade.portal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Takes apart where the words stand, so that a page never has to trust HTML from elsewhere; templates call it {@code @found}. */
@Component
public class Found {

    private static final Pattern ENDED = Pattern.compile("[.!?…]\\s*$");
    private static final Pattern MARKED = Pattern.compile("<mark>(.*?)</mark>|([^<]+|<)");

    /** A piece of text, that was looked for or not. */
    public record Piece(String text, boolean marked) {}

    public List<Piece> title(@Nullable String html) {
        return List.copyOf(split(html));
    }

    /** A part of a text; where it breaks off it says so. */
    public List<Piece> part(@Nullable String html) {
        var pieces = split(html);
        if (!pieces.isEmpty() && !ENDED.matcher(pieces.getLast().text()).find()) {
            pieces.add(new Piece("…", false));
        }
        return List.copyOf(pieces);
    }

    private static List<Piece> split(@Nullable String html) {
        var pieces = new ArrayList<Piece>();
        MARKED.matcher(html == null ? "" : html).results().forEach(found -> {
            var marked = found.group(1);
            pieces.add(new Piece(HtmlUtils.htmlUnescape(marked == null ? found.group(2) : marked), marked != null));
        });
        return pieces;
    }
}
