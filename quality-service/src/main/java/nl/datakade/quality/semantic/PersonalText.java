package nl.datakade.quality.semantic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Looks for e-mail addresses, telephone numbers, bank accounts and BSNs inside running text, value by value, and counts the
 * rows. What it reads it forgets.
 */
public final class PersonalText {
    /** An SQL (RE2) expression that every text with something to find matches, to leave the rest unread. */
    public static final String WORTH_READING =
            "[A-Za-z0-9]@[A-Za-z0-9]|(?:\\+31|0)[ (0)\\-./]*[1-9](?:[ \\-./]?[0-9]){8}|[0-9]{8,9}|[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}|[A-Z]{2}[0-9]{2} ?[A-Z]{4}";

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*\\.)+[A-Za-z]{2,24}");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\w.,:/+-])(?:\\+31[ -]?(?:\\(0\\)[ -]?)?|0031[ -]?|0)[1-9](?:[ -]?\\d){8}(?![\\d]|[.,:/-]\\d)");
    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,6}(?: ?[A-Z0-9]{1,3})?\\b");
    private static final Pattern BSN =
            Pattern.compile("(?<![\\w.,:/+-])(?:\\d{8,9}|\\d{3}\\.\\d{3}\\.\\d{3})(?![\\w]|[.,:/-]\\d)");
    private static final Pattern BSN_NEAR = Pattern.compile("(?i)\\b(?:bsn|burgerservice\\w*|sofi\\w*)\\b");
    private static final int ENOUGH = 20;
    private static final double PASSING = 0.9;

    private final Map<SemanticType, Long> rows = new EnumMap<>(SemanticType.class);
    private final Set<String> candidates = new HashSet<>();
    private final Set<String> passing = new HashSet<>();
    private long passingRows;

    public void read(String text, long inRows) {
        count(SemanticType.EMAIL, EMAIL, text, found -> !Checks.isFunctionalEmail(found), inRows);
        count(SemanticType.PHONE, PHONE, text, Checks::isPhone, inRows);
        count(SemanticType.IBAN, IBAN, text, Checks::isIban, inRows);
        readBsn(text, inRows);
    }

    /** What stands in the text, as shares of the rows that hold a value. */
    public List<Detection> found(long filled) {
        if (passing.size() >= ENOUGH && passing.size() >= PASSING * candidates.size()) {
            rows.merge(SemanticType.BSN, passingRows, Long::sum);
        }
        var detections = new ArrayList<Detection>();
        rows.forEach((type, count) -> {
            if (count > 0) {
                detections.add(new Detection(type, 0.9, filled, (double) count / filled, null, true, true));
            }
        });
        return detections;
    }

    private void count(SemanticType type, Pattern pattern, String text, Predicate<String> check, long inRows) {
        if (pattern.matcher(text).results().anyMatch(match -> check.test(match.group()))) {
            rows.merge(type, inRows, Long::sum);
        }
    }

    /** A number beside the word BSN counts at once; bare numbers only when nearly all of many pass, as chance would not. */
    private void readBsn(String text, long inRows) {
        var numbers = BSN.matcher(text).results().map(match -> match.group()).toList();
        var valid = numbers.stream().filter(Checks::isBsn).toList();
        if (!valid.isEmpty() && BSN_NEAR.matcher(text).find()) {
            rows.merge(SemanticType.BSN, inRows, Long::sum);
            return;
        }
        candidates.addAll(numbers);
        passing.addAll(valid);
        passingRows += valid.isEmpty() ? 0 : inRows;
    }
}
