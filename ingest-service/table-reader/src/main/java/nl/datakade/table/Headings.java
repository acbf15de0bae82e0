package nl.datakade.table;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether the line of headings holds headings. Names of columns are shown to everybody who sees a dataset, so a row of data
 * that was taken for a header, or that somebody points out as one, would be shown past every mask. What is unmistakable are
 * addresses and numbers of people; the rest of their line is then data as well.
 */
final class Headings {

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.\\w");
    private static final Pattern POSTCODE = Pattern.compile("\\s*[1-9][0-9]{3} ?[A-Z]{2}\\s*");
    private static final Pattern TELEPHONE =
            Pattern.compile("(?<![0-9])(?:0|\\+[0-9]{2} ?)[1-9](?:[ -]?[0-9]){8}(?![0-9])");

    /** As long as a citizen service number or an account; eight digits may be a date. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{9,}(?![0-9])");

    private Headings() {}

    static boolean holdData(List<String> labels) {
        return labels.stream()
                .anyMatch(label -> MAIL.matcher(label).find()
                        || POSTCODE.matcher(label).matches()
                        || TELEPHONE.matcher(label).find()
                        || NUMBER.matcher(label).find());
    }

    /** Without names, when there are none. */
    static List<String> of(List<String> labels) {
        return holdData(labels) ? Collections.nCopies(labels.size(), "") : labels;
    }
}
