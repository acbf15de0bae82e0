package nl.datakade.catalog.dataset;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.security.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the reader of deliveries has to say of a version, in the language of who asks. The reader counts exactly, for those
 * who have to correct the file. Of data that is not public others see no count of fewer values than the threshold, and other
 * counts as a multiple of it.
 */
@Component
class FindingWords {

    private static final Pattern COUNT = Pattern.compile("(?<![\\w.,])[0-9]+(?:[.,][0-9]{3})*(?![\\w])");
    private static final Pattern COUNT_OF_MARK = Pattern.compile("(?<=\\()[0-9]+(?:[.,][0-9]{3})*(?=\\))");

    /** With how many counts these begin; what stands after them is a type or a place. */
    private static final Map<String, Integer> COUNTS = Map.of(
            "not-all-values-fit",
            2,
            "values-rejected",
            2,
            "padded",
            1,
            "outside-netherlands",
            1,
            "invalid-geometry",
            1,
            "geometry-not-read",
            1);

    private static final String MARKS = "missing-value-marks";

    private final MessageSource messages;
    private final long threshold;

    FindingWords(MessageSource messages, @Value("${datakade.disclosure-threshold}") long threshold) {
        this.messages = messages;
        this.threshold = threshold;
    }

    String of(VersionState.Finding finding, boolean exact, Locale locale) {
        var dutch = locale.getLanguage().equals("nl") ? finding.messageNl() : null;
        var message = dutch == null ? finding.message() : dutch;
        if (exact) {
            return message;
        }
        return finding.code().equals(MARKS)
                ? rounded(message, COUNT_OF_MARK, Integer.MAX_VALUE, locale)
                : rounded(message, COUNT, COUNTS.getOrDefault(finding.code(), 0), locale);
    }

    /** For who works for the department, fills a role in the dataset or sees every one; and for all, what is public. */
    static boolean isExact(Dataset dataset, Caller caller) {
        var classification = dataset.registration().classification();
        var open = classification != null
                && classification.confidentiality() == Confidentiality.PUBLIC
                && classification.personalData() == PersonalData.NONE;
        return open
                || caller.seesEveryDataset()
                || caller.worksFor(dataset.department())
                || dataset.registration().roles().stream()
                        .anyMatch(holder -> holder.person().equals(caller.subject()));
    }

    private String rounded(String message, Pattern count, int most, Locale locale) {
        var shown = new StringBuilder();
        var found = count.matcher(message);
        for (int number = 0; number < most && found.find(); number++) {
            found.appendReplacement(shown, inWords(Long.parseLong(found.group().replaceAll("[.,]", "")), locale));
        }
        return found.appendTail(shown).toString();
    }

    private String inWords(long count, Locale locale) {
        return count < threshold
                ? messages.getMessage("finding.few", new Object[] {threshold}, locale)
                : Long.toString((count + threshold / 2) / threshold * threshold);
    }
}
