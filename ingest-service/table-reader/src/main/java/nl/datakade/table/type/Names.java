package nl.datakade.table.type;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What the name of a column says about its values, where the values alone do not. */
public final class Names {

    private static final Set<String> IDENTIFIERS = Set.of(
            "bsn",
            "burgerservicenummer",
            "sofinummer",
            "postcode",
            "pc4",
            "pc5",
            "pc6",
            "postcode4",
            "postcode6",
            "telefoon",
            "telefoonnummer",
            "telefoonnr",
            "tel",
            "telnr",
            "gsm",
            "mobiel",
            "mobielnummer",
            "fax",
            "iban",
            "rekeningnummer",
            "bankrekening",
            "kvk",
            "kvknummer",
            "kvknr",
            "rsin",
            "oin",
            "btwnummer",
            "agbcode",
            "gemeentecode",
            "gemcode",
            "wijkcode",
            "buurtcode",
            "provinciecode",
            "cbscode",
            "gwbcode",
            "bagid",
            "nummeraanduiding",
            "verblijfsobject",
            "paspoortnummer",
            "anummer",
            "kenteken",
            "ean",
            "eancode",
            "toevoeging",
            "huisnummertoevoeging",
            "huisletter",
            "pandid",
            "vboid",
            "verblijfsobjectid",
            "nummeraanduidingid",
            "ligplaatsid",
            "standplaatsid",
            "openbareruimteid",
            "woonplaatsid");

    /** What is counted follows. */
    private static final Set<String> COUNTS = Set.of("aantal", "aantallen", "aant", "count");

    private static final Set<String> PROPORTIONS = Set.of("helling", "verhouding", "ratio", "schaal", "talud");

    private static final Set<String> TIMES_OF_DAY = Set.of(
            "tijd",
            "tijdstip",
            "time",
            "begintijd",
            "starttijd",
            "eindtijd",
            "aanvangstijd",
            "vertrektijd",
            "aankomsttijd",
            "openingstijd",
            "sluitingstijd");

    /** Parts counted within parts: after 1.9 comes 1.10. */
    private static final Set<String> NUMBERINGS =
            Set.of("versie", "versienummer", "version", "hoofdstuk", "paragraaf", "artikel", "bijlage");

    private static final Set<String> DEGREES = Set.of(
            "lat", "latitude", "lon", "long", "lng", "longitude", "breedtegraad", "lengtegraad", "noorderbreedte");

    private static final Set<String> CODED =
            Set.of("gemeente", "gem", "wijk", "buurt", "wk", "bu", "gm", "cbs", "provincie", "gwb", "agb");

    private Names() {}

    /** Digits that name something are no quantity: nobody adds them up, and a leading zero counts. */
    static boolean isIdentifier(String label) {
        var words = words(label);
        for (var word : words) {
            if (IDENTIFIERS.contains(word)) {
                return true;
            }
        }
        for (int i = 0; i + 1 < words.length; i++) {
            if (IDENTIFIERS.contains(words[i] + words[i + 1])
                    || (CODED.contains(words[i]) && words[i + 1].equals("code"))) {
                return true;
            }
        }
        return false;
    }

    /** Hours and minutes on the clock, not how long something takes. */
    static boolean isTimeOfDay(String label) {
        return hasWord(label, TIMES_OF_DAY);
    }

    static boolean isCount(String label) {
        return hasWord(label, COUNTS);
    }

    /** One to so many, which is written as times are. */
    static boolean isProportion(String label) {
        return Arrays.stream(words(label)).anyMatch(word -> PROPORTIONS.stream().anyMatch(word::contains));
    }

    static boolean isNumbering(String label) {
        return hasWord(label, NUMBERINGS);
    }

    /** The number, code or id of something. */
    static boolean isNumberOfThing(String label) {
        return isIdentifier(label)
                || Arrays.stream(words(label))
                        .anyMatch(word -> word.endsWith("nummer")
                                || (word.endsWith("nr") && word.length() < 12)
                                || word.endsWith("toevoeging")
                                || Set.of("id", "code").contains(word));
    }

    /** Longitude or latitude by its name. */
    static boolean isDegrees(String label) {
        return hasWord(label, DEGREES);
    }

    /** A day long ago, as often as not. */
    static boolean isBirth(String label) {
        var lower = label.toLowerCase(Locale.ROOT);
        return lower.contains("geboorte") || lower.contains("geboren") || lower.contains("birth");
    }

    private static boolean hasWord(String label, Set<String> wanted) {
        return Arrays.stream(words(label)).anyMatch(wanted::contains);
    }

    static boolean isDate(String label) {
        var lower = label.toLowerCase(Locale.ROOT);
        return lower.contains("dat")
                || lower.contains("tijd")
                || lower.contains("peil")
                || lower.contains("dag")
                || lower.contains("day")
                || lower.contains("time")
                || lower.contains("begin")
                || lower.contains("eind");
    }

    /** A name that coordinates go by. */
    public static boolean isCoordinate(String label) {
        var lower = label.toLowerCase(Locale.ROOT);
        return Set.of("x", "y", "lat", "lon", "long", "lng").contains(lower)
                || lower.contains("coord")
                || lower.contains("longitude")
                || lower.contains("latitude")
                || lower.startsWith("x_")
                || lower.startsWith("y_")
                || lower.endsWith("_x")
                || lower.endsWith("_y")
                || lower.startsWith("rd_")
                || lower.startsWith("rdx")
                || lower.startsWith("rdy");
    }

    private static String[] words(String label) {
        return Arrays.stream(label.split("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
