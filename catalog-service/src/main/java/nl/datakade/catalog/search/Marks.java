package nl.datakade.catalog.search;

import org.springframework.web.util.HtmlUtils;

/** Marks what was found: the database sets characters that no text holds, and all the rest is escaped before they become HTML. */
final class Marks {

    private static final String START = "\uE000";
    private static final String STOP = "\uE001";

    /** For {@code ts_headline}. */
    static final String OPTIONS = "StartSel=" + START + ", StopSel=" + STOP;

    private Marks() {}

    static String html(String marked) {
        return HtmlUtils.htmlEscape(marked, "UTF-8").replace(START, "<mark>").replace(STOP, "</mark>");
    }
}
