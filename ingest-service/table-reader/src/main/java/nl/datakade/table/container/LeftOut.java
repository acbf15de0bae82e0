package nl.datakade.table.container;

import java.util.regex.Pattern;

/** What stands in archives and is no data: what systems put there by themselves, and texts for people. */
final class LeftOut {

    private static final Pattern OF_SYSTEMS = Pattern.compile(
            "(?is)(.*/)?(__MACOSX/.*|\\.DS_Store|\\._[^/]*|Thumbs\\.db|ehthumbs\\.db|desktop\\.ini|\\.Spotlight-V100/.*|\\.Trashes/.*"
                    + "|\\.git(ignore|attributes|keep)?|\\.svn/.*|\\.~lock\\.[^/]*|~\\$[^/]*|[^/]*\\.(lnk|url|webloc))");

    private static final Pattern FOR_PEOPLE = Pattern.compile(
            "(?is)(.*/)?[0-9_ -]{0,4}(lees[ _-]?(mij|me|dit)|read[ _-]?me|licen[sc]es?|licentie|copying|copyright|notice|colofon|disclaimer"
                    + "|toelichting|voorwaarden|gebruiksvoorwaarden|changelog|handleiding|bijsluiter|metadata|beschrijving|datadictionary"
                    + "|liesmich|lisez[ _-]?moi|over dit bestand|about)([ _.-][^/]*)?\\.(txt|md|rtf|html?)"
                    + "|(?is)(.*/)?(readme|license|licence|copying|notice|authors|leesmij)");

    private LeftOut() {}

    static boolean isOfSystem(String entry) {
        return OF_SYSTEMS.matcher(entry.replace('\\', '/')).matches();
    }

    /** A text that would be taken for a table. Counts only beside something else: what comes alone is what was to be sent. */
    static boolean isForPeople(String entry) {
        return FOR_PEOPLE.matcher(entry.replace('\\', '/')).matches();
    }
}
