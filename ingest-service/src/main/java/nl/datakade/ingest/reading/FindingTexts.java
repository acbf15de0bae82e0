package nl.datakade.ingest.reading;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import nl.datakade.ingest.table.row.Finding;

/** Findings in the language of who reads them: the reader itself speaks English, Dutch is made of code and arguments. */
final class FindingTexts {

    private static final Locale DUTCH = Locale.of("nl");
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("findings", DUTCH);

    private FindingTexts() {}

    static String text(Finding finding, Locale locale) {
        return locale.getLanguage().equals(DUTCH.getLanguage()) ? dutch(finding) : finding.message();
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
