package nl.datakade.contracts;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rule for names of datasets: kebab-case, so that they stand in addresses and, with underscores, in SQL. There a few
 * would hide what SQL itself has under that name.
 */
public final class DatasetName {

    public static final String RULE = "lower-case letters and digits in words joined by single hyphens, "
            + "beginning with a letter, at most 100 characters, such as fietstellingen-2026; "
            + "not main, temp, system, information-schema or pg-catalog";

    public static final String PATTERN = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    private static final int LONGEST = 100;
    private static final Pattern KEBAB = Pattern.compile(PATTERN);
    private static final Set<String> RESERVED = Set.of("main", "temp", "system", "information-schema", "pg-catalog");

    private DatasetName() {}

    public static boolean isValid(String name) {
        return name.length() <= LONGEST && KEBAB.matcher(name).matches() && !RESERVED.contains(name);
    }
}
