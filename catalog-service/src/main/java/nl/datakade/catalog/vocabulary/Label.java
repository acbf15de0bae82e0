package nl.datakade.catalog.vocabulary;

import java.util.Locale;

/** A name in both languages of the platform. */
public record Label(String nl, String en) {

    public String in(Locale locale) {
        return "nl".equals(locale.getLanguage()) ? nl : en;
    }
}
