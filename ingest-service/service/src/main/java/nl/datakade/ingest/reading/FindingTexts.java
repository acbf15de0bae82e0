package nl.datakade.ingest.reading;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import nl.datakade.table.Reading;
import nl.datakade.table.row.Finding;
import org.jspecify.annotations.Nullable;

/** Findings in the language of who reads them: the reader itself speaks English, Dutch is made of code and arguments. */
final class FindingTexts {

    private static final Locale DUTCH = Locale.of("nl");
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("findings", DUTCH);

    private FindingTexts() {}

    static String text(Finding finding, Locale locale) {
        return locale.getLanguage().equals(DUTCH.getLanguage()) ? dutch(finding) : finding.message();
    }

    /** Why a file makes no table; null when it makes one. */
    static @Nullable String detail(Reading reading, Locale locale) {
        return part(reading, locale, 0, reading.reason());
    }

    /** What its sender can do about that. */
    static @Nullable String remedy(Reading reading, Locale locale) {
        return part(reading, locale, 1, reading.remedy());
    }

    /** In Dutch both stand in one sentence, with a semicolon between. */
    private static @Nullable String part(Reading reading, Locale locale, int index, @Nullable String english) {
        if (english == null || !locale.getLanguage().equals(DUTCH.getLanguage())) {
            return english;
        }
        var whole = reading.outcome() == Reading.Outcome.NOT_TABULAR
                ? TEXTS.getString("not-tabular")
                : reading.findings().stream()
                        .filter(finding -> finding.severity() == Finding.Severity.BLOCKING)
                        .map(FindingTexts::dutch)
                        .findFirst()
                        .orElse(english);
        var parts = whole.split("; ", 2);
        return parts.length == 2 ? parts[index] : english;
    }

    /** The English text where there is none in Dutch, or where the finding was kept without its arguments. */
    static String dutch(Finding finding) {
        var code = Account.code(finding.code());
        if (!TEXTS.containsKey(code)) {
            return finding.message();
        }
        var format = new MessageFormat(TEXTS.getString(code), DUTCH);
        return format.getFormatsByArgumentIndex().length > finding.arguments().size()
                ? finding.message()
                : format.format(finding.arguments().toArray());
    }
}
