package nl.datakade.portal.api;

import java.util.Locale;

/** The services behind the pages; the words for them stand in the messages under {@code service.<key>}. */
public enum Service {
    CATALOG,
    INGEST,
    QUALITY,
    ACCESS;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
