package nl.datakade.quality.semantic;

import static nl.datakade.quality.semantic.ValueKind.DATE;
import static nl.datakade.quality.semantic.ValueKind.DECIMAL;
import static nl.datakade.quality.semantic.ValueKind.INTEGER;
import static nl.datakade.quality.semantic.ValueKind.OTHER;
import static nl.datakade.quality.semantic.ValueKind.TEXT;
import static nl.datakade.quality.semantic.ValueKind.TIMESTAMP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The meanings that a column shows by itself, each with the words that announce it in Dutch and English, the form of its
 * values, and how many must have that form with and without such a word.
 */
final class Detectors {
    private static final double NEVER = 2;
    private static final Set<ValueKind> TEXTS = Set.of(TEXT);
    private static final Set<ValueKind> NUMBERS = Set.of(INTEGER, DECIMAL);
    private static final Set<ValueKind> CODES = Set.of(TEXT, INTEGER);
    private static final Set<ValueKind> MOMENTS = Set.of(TEXT, INTEGER, DATE, TIMESTAMP);
    private static final String STREET_SUFFIX =
            "(?:straat|weg|laan|plein|kade|gracht|hof|dijk|pad|singel|dreef|steeg|plantsoen|markt|baan|ring|erf|kwartier"
                    + "|burg|zoom|haven|hage|rode|oord|horst|akker|veld|kamp|str\\.?|plantsoen|boulevard|promenade|allee)";
    private static final Pattern STREET = Pattern.compile("(?i)(?=.*\\p{L}{2}).*" + STREET_SUFFIX + "(?: [a-z]+)?");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?=\\p{L}|\\d+e |')[^,;:]*\\p{L}{3}[^,;:]* [1-9]\\d{0,4}(?:\\s?[a-z]{1,2}\\d?)?"
                    + "(?:[-/ ]\\s?[0-9a-z]{1,4})?(?:,?\\s+[1-9]\\d{3}\\s?[A-Z]{2}\\b.*| en .*|, .*)?");
    private static final Pattern STREET_ADDRESS =
            Pattern.compile("(?i).*" + STREET_SUFFIX + " [1-9]\\d{0,4}\\b.*|.*\\b[1-9]\\d{3}\\s?[A-Z]{2}\\b.*");

    private Detectors() {}

    /** All of them; no birth date lies after {@code today}. */
    static List<Detector> all(LocalDate today) {
        var detectors = new ArrayList<Detector>();
        detectors.add(new BsnDetector());
        detectors.addAll(people(today));
        detectors.addAll(codes());
        detectors.addAll(places());
        detectors.addAll(moments());
        return List.copyOf(detectors);
    }

    private static List<Detector> people(LocalDate today) {
        return List.of(
                of(SemanticType.EMAIL, TEXTS, Checks::isEmail, 0.5, 0.8, 3, "email mail emailadres mailadres"),
                of(
                        SemanticType.IBAN,
                        TEXTS,
                        Checks::isIban,
                        0.5,
                        0.9,
                        3,
                        "iban rekeningnummer bankrekening bankaccount"),
                new PhoneDetector(),
                of(
                        SemanticType.BIRTH_DATE,
                        MOMENTS,
                        value -> Moments.isBirthDate(value, today),
                        0.8,
                        NEVER,
                        0,
                        "geboortedatum geboorte gebdatum gebdat geboren dateofbirth birthdate birthday birth dob"),
                new IdentityDocumentDetector(),
                new LicencePlateDetector(),
                of(SemanticType.IP_ADDRESS, TEXTS, Checks::isIpAddress, 0.8, 0.95, 3, "ip ipadres ipaddress"),
                of(
                        SemanticType.GENDER,
                        CODES,
                        matching("(?i)m|v|x|f|o|man|vrouw|male|female|onbekend|unknown|overig|[0129]"),
                        0.9,
                        NEVER,
                        0,
                        "geslacht gender sex sekse geslachtsaanduiding"),
                of(
                        SemanticType.NATIONALITY,
                        CODES,
                        matching("[\\p{L}' ().-]{2,40}|\\d{4}"),
                        0.9,
                        NEVER,
                        0,
                        "nationaliteit nationality"));
    }

    private static List<Detector> codes() {
        return List.of(
                of(SemanticType.UUID, TEXTS, Checks::isUuid, 0.5, 0.9, 3, "uuid guid"),
                of(SemanticType.URL, TEXTS, Checks::isUrl, 0.5, 0.8, 2, "url website link webadres"),
                of(
                        SemanticType.KVK_NUMBER,
                        CODES,
                        matching("\\d{7,8}"),
                        0.8,
                        NEVER,
                        0,
                        "kvk kvknummer kvknr kamervankoophandel chamberofcommerce"),
                of(
                        SemanticType.KVK_ESTABLISHMENT,
                        CODES,
                        matching("\\d{12}|\\d{7}"),
                        0.8,
                        NEVER,
                        0,
                        "vestigingsnummer vestigingsnr"),
                of(SemanticType.RSIN, CODES, Checks::isBsn, 0.8, NEVER, 0, "rsin fiscaalnummer fiscaalnr"));
    }

    private static List<Detector> places() {
        return List.of(
                of(
                        SemanticType.BAG_ID,
                        CODES,
                        Checks::isBagId,
                        0.5,
                        0.95,
                        5,
                        "bagid bag pandid verblijfsobject nummeraanduiding identificatie vboid"),
                of(SemanticType.CBS_MUNICIPALITY, CODES, matching("GM\\d{4}"), 0.8, 0.9, 1, "gemeente gemeentecode"),
                of(
                        SemanticType.CBS_MUNICIPALITY,
                        CODES,
                        matching("[01]\\d{3}"),
                        0.95,
                        NEVER,
                        0,
                        "gemeentecode gmcode gemcode"),
                of(SemanticType.CBS_DISTRICT, CODES, matching("WK\\d{6}"), 0.8, 0.9, 1, "wijk wijkcode"),
                of(SemanticType.CBS_DISTRICT, CODES, matching("[01]\\d{5}"), 0.95, NEVER, 0, "wijkcode wkcode"),
                of(SemanticType.CBS_NEIGHBOURHOOD, CODES, matching("BU\\d{8}"), 0.8, 0.9, 1, "buurt buurtcode"),
                of(SemanticType.CBS_NEIGHBOURHOOD, CODES, matching("[01]\\d{7}"), 0.95, NEVER, 0, "buurtcode bucode"),
                of(SemanticType.POSTCODE, TEXTS, Checks::isPostcode, 0.5, 0.9, 10, "postcode pc postalcode zipcode"),
                of(
                        SemanticType.POSTCODE4,
                        CODES,
                        matching("[1-9]\\d{3}"),
                        0.9,
                        NEVER,
                        0,
                        "postcode pc ppc postalcode postcodegebied"),
                of(SemanticType.ADDRESS, TEXTS, ADDRESS.asMatchPredicate(), 0.6, NEVER, 0, "adres address woonadres"),
                of(
                        SemanticType.ADDRESS,
                        TEXTS,
                        ADDRESS.asMatchPredicate().and(STREET_ADDRESS.asMatchPredicate()),
                        0.6,
                        0.7,
                        20,
                        "locatie location"),
                of(
                        SemanticType.STREET,
                        TEXTS,
                        matching("(?=.*\\p{L}{2}).*"),
                        0.9,
                        NEVER,
                        0,
                        "straat straatnaam street streetname openbareruimtenaam"),
                of(SemanticType.STREET, TEXTS, STREET.asMatchPredicate(), 0.5, 0.7, 20, "weg wegnaam road"),
                of(
                        SemanticType.HOUSE_NUMBER,
                        CODES,
                        matching("[1-9]\\d{0,4}(?:\\s?-?\\s?[a-zA-Z0-9]{1,4})?"),
                        0.8,
                        NEVER,
                        0,
                        "huisnummer huisnr housenumber housenr hnr hsnr"),
                of(
                        SemanticType.RD_X,
                        NUMBERS,
                        between(-7_000, 300_000),
                        0.95,
                        NEVER,
                        0,
                        "x xcoord xcoordinaat xcoordinate rdx xrd geox xpos"),
                of(
                        SemanticType.RD_Y,
                        NUMBERS,
                        between(289_000, 629_000),
                        0.95,
                        NEVER,
                        0,
                        "y ycoord ycoordinaat ycoordinate rdy yrd geoy ypos"),
                of(
                        SemanticType.LONGITUDE,
                        NUMBERS,
                        between(-180, 180),
                        0.95,
                        NEVER,
                        0,
                        "lon long lng longitude lengtegraad wgslon x"),
                of(
                        SemanticType.LATITUDE,
                        NUMBERS,
                        between(-90, 90),
                        0.95,
                        NEVER,
                        0,
                        "lat latitude breedtegraad wgslat y"),
                of(SemanticType.GEOMETRY, TEXTS, Checks::isGeometry, 0.5, 0.9, 1, "geometry geometrie geom shape wkt"),
                of(
                        SemanticType.GEOMETRY,
                        Set.of(OTHER),
                        value -> true,
                        0.5,
                        NEVER,
                        0,
                        "geometry geometrie geom shape wkb wkbgeometry"));
    }

    private static List<Detector> moments() {
        return List.of(
                of(
                        SemanticType.YEAR,
                        CODES,
                        matching("(?:1[0-9]|20)\\d{2}|0"),
                        0.9,
                        NEVER,
                        0,
                        "jaar year jr bouwjaar bouwjr jaartal"),
                column -> typed(column, DATE, SemanticType.DATE),
                of(SemanticType.DATE, CODES, Moments::isDate, 0.8, 0.95, 10, "datum date dat"),
                column -> typed(column, TIMESTAMP, SemanticType.TIMESTAMP),
                of(
                        SemanticType.TIMESTAMP,
                        CODES,
                        Moments::isTimestamp,
                        0.8,
                        0.95,
                        10,
                        "datum date tijdstip timestamp tijd"));
    }

    private static @Nullable Detection typed(ColumnSample column, ValueKind kind, SemanticType type) {
        return column.kind() == kind && column.filled() > 0
                ? Detection.whole(type, 0.9, column.values().size(), 1, null)
                : null;
    }

    private static Detector of(
            SemanticType type,
            Set<ValueKind> kinds,
            Predicate<String> format,
            double shareNamed,
            double shareUnnamed,
            int distinctUnnamed,
            String terms) {
        return new FormatDetector(type, kinds, Terms.of(terms), format, shareNamed, shareUnnamed, distinctUnnamed);
    }

    private static Predicate<String> matching(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    private static Predicate<String> between(double least, double most) {
        return value -> {
            var number = Double.parseDouble(value);
            return number >= least && number <= most;
        };
    }
}
