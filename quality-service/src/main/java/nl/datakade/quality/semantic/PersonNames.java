package nl.datakade.quality.semantic;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises names of people by the column's name and by their shape: initials, <em>tussenvoegsels</em>, titles,
 * capitalised words. There is no list of names behind it, so a column that only looks like one counts when its name says so,
 * or when the rest of the table is about people.
 */
final class PersonNames {
    /** Names of columns that mean a person whatever stands in them. */
    private static final List<String> PLAIN =
            Terms.of("achternaam voornaam voornamen roepnaam tussenvoegsel tussenvoegsels voorvoegsel voorletters "
                    + "voorletter initialen geslachtsnaam meisjesnaam partnernaam persoonsnaam naamaanvrager naammelder "
                    + "naambewoner meldernaam aanvragernaam contactpersoon surname lastname firstname givenname "
                    + "familyname fullname middlename initials maidenname personname contactperson");

    /** Names of columns that may mean a person, an organisation or a thing. */
    private static final List<String> POSSIBLE =
            Terms.of("naam name melder aanvrager bewoner indiener klant client cliënt patient patiënt huurder eigenaar "
                    + "contact medewerker behandelaar inspecteur begeleider kind ouder reporter applicant resident "
                    + "tenant owner employee inspector customer person persoon");

    private static final Pattern PARTICLE = Pattern.compile(
            "(?<!^)\\b(?:van|de|der|den|ten|ter|te|het|el|al|von|'t|in 't|op de|la|le|du|da|dos)\\b(?= ?\\p{Lu}|.*,)");
    private static final Pattern INITIALS =
            Pattern.compile("(?:^|,\\s*|\\s)(?:\\p{Lu}\\.\\s?){1,5}(?=\\s|$|\\p{Lu}|,|van|de|ten|ter)");
    private static final Pattern TITLE =
            Pattern.compile("(?i)^(?:dhr|mevr|mw|de heer|mevrouw|mr|mrs|ms|drs|ir|ing|dr|prof|fam)\\.?\\s.*");
    private static final Pattern WORDS = Pattern.compile(
            "(?:\\p{Lu}[\\p{L}'’-]+|\\p{Lu}\\.?|van|de|der|den|ten|ter|te|het|el|al|von|'t|op|in|la|le|du|da|dos)"
                    + "(?:[ ,.]+(?:\\p{Lu}[\\p{L}'’-]+|(?:\\p{Lu}\\.)+|\\p{Lu}|van|de|der|den|ten|ter|te|het|el|al|von|'t|op|in|la|le|du|da|dos)){0,5}\\.?");
    private static final Pattern SINGLE =
            Pattern.compile("(?:\\p{Lu}[\\p{L}'’. -]*|(?:van|de|der|den|ten|ter|te|het|el|al|von|'t|op|in)(?: .*)?)");
    private static final Pattern THING = Pattern.compile(
            "(?i).*(?:\\d|\\b(?:bv|nv|b\\.v|n\\.v|vof|stichting|vereniging|gemeente|provincie|school|kerk|park|station|huis|centrum"
                    + "|museum|toren|brug|garage|parking|hotel|restaurant|winkel|apotheek|praktijk|bibliotheek)\\b"
                    + "|(?:straat|weg|laan|plein|kade|gracht|hof|dijk|pad|singel|dreef|steeg|brug|kerk|school|park|huis|molen"
                    + "|toren|poort|veld|wijk|buurt|kwartier|haven|markt|beheer|dienst|zorg|groep)\\b).*");

    private static final double MOST = 0.6;
    private static final double SOME = 0.25;
    private static final double FEW = 0.2;
    private static final int ENOUGH = 20;

    private PersonNames() {}

    /** @param amongPeople whether other columns show that the rows are about people */
    static @Nullable Detection detect(ColumnSample column, boolean amongPeople) {
        if (column.kind() != ValueKind.TEXT || column.values().isEmpty()) {
            return null;
        }
        var tested = column.values().size();
        var plain = column.name().firstOf(PLAIN);
        if (plain != null) {
            var shaped = share(column, value -> SINGLE.matcher(value).matches());
            return shaped >= 0.5
                    ? Detection.whole(SemanticType.PERSON_NAME, 0.8 + 0.19 * shaped, tested, shaped, plain)
                    : null;
        }
        var shaped = share(column, PersonNames::isShaped);
        if (shaped < MOST || share(column, value -> THING.matcher(value).matches()) > FEW) {
            return null;
        }
        var marked = share(column, PersonNames::isMarked);
        var possible = column.name().firstOf(POSSIBLE);
        if (possible != null && (marked >= SOME || (amongPeople && tested >= ENOUGH))) {
            return Detection.whole(
                    SemanticType.PERSON_NAME, 0.6 + 0.3 * Math.max(marked, SOME), tested, shaped, possible);
        }
        return marked >= MOST && tested >= ENOUGH
                ? Detection.whole(SemanticType.PERSON_NAME, 0.7 * marked, tested, shaped, null)
                : null;
    }

    /** Two to six words as names are built, so not the code, nor the sentence. */
    private static boolean isShaped(String value) {
        return value.indexOf(' ') > 0 && WORDS.matcher(value).matches();
    }

    private static boolean isMarked(String value) {
        return INITIALS.matcher(value).find()
                || TITLE.matcher(value).matches()
                || PARTICLE.matcher(value).find();
    }

    private static double share(ColumnSample column, Predicate<String> fits) {
        return (double) column.values().stream()
                        .filter(value -> fits.test(value.text().strip()))
                        .count()
                / column.values().size();
    }
}
