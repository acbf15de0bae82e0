package nl.datakade.quality.semantic;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Check digits and forms of Dutch and international identifiers. */
public final class Checks {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*\\.)+[A-Za-z]{2,24}");
    private static final Pattern FUNCTIONAL_EMAIL = Pattern.compile(
            "(?i)(?:info|contact|post(?:bus)?|gemeente|receptie|secretariaat|administratie|klantenservice|servicedesk"
                    + "|helpdesk|support|office|mail|welkom|bestuur|redactie|no-?reply|balie|planning|data|opendata)"
                    + "(?:[._-][a-z0-9._-]+)?@.*");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern POSTCODE = Pattern.compile("(?i)[1-9]\\d{3}\\s?(?!SA|SD|SS)[A-Z]{2}");
    private static final Pattern IDENTITY_DOCUMENT = Pattern.compile("[A-NP-Z]{2}[0-9A-NP-Z]{6}[0-9]");
    private static final Pattern BAG_ID = Pattern.compile("(?!0000)[01]\\d{3}(?:01|02|03|10|20|30)\\d{10}");
    private static final Pattern PHONE_PUNCTUATION = Pattern.compile("[\\s().\\-/]|(?<=\\+31)\\(0\\)");
    private static final Pattern PHONE = Pattern.compile("(?:\\+31|0031|0)[1-9]\\d{8}");
    private static final Pattern MOBILE = Pattern.compile("(?:\\+31|0031|0)6\\d{8}");
    private static final Pattern DIGITS = Pattern.compile("\\d{8,9}");
    private static final Pattern BSN_PUNCTUATION = Pattern.compile("[\\s.\\-]");
    private static final Pattern IP = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern UUID =
            Pattern.compile("(?i)\\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}?");
    private static final Pattern URL = Pattern.compile("(?i)(?:https?|ftp)://[^\\s]+|www\\.[^\\s]+\\.[a-z]{2,}[^\\s]*");
    private static final Pattern WKT = Pattern.compile(
            "(?is)(?:SRID=\\d+;)?\\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\\s*(?:Z|M|ZM)?\\s*(?:EMPTY|\\().*"
                    + "|\\s*\\{\\s*\"(?:type\"\\s*:\\s*\"(?:Multi)?(?:Point|LineString|Polygon)|coordinates\").*");

    /** The side codes in use since 1951; letters stand for X, digits for 9. */
    private static final Set<String> LICENCE_PLATES = Set.of(
            "XX9999", "9999XX", "99XX99", "XX99XX", "XXXX99", "99XXXX", "99XXX9", "9XXX99", "XX999X", "X999XX",
            "XXX99X", "X99XXX", "9XX999", "999XX9");

    private static final Pattern GROUPED_PLATE =
            Pattern.compile("(?:\\d{1,3}|[A-Z]{1,3})-(?:\\d{2,3}|[A-Z]{2,3})-(?:\\d{1,3}|[A-Z]{1,3})");

    private Checks() {}

    /** The value as nine digits, an eight-digit number led by a zero; empty when it is none. */
    static String nineDigits(String value) {
        var digits = BSN_PUNCTUATION.matcher(value).replaceAll("");
        if (!DIGITS.matcher(digits).matches()) {
            return "";
        }
        return digits.length() == 8 ? "0" + digits : digits;
    }

    /** The 11-test: 9·d₁ + 8·d₂ + … + 2·d₈ − d₉ is a multiple of eleven, and the number is not zero. */
    public static boolean isBsn(String value) {
        var digits = nineDigits(value);
        if (digits.isEmpty() || "000000000".equals(digits)) {
            return false;
        }
        var sum = -(digits.charAt(8) - '0');
        for (var i = 0; i < 8; i++) {
            sum += (9 - i) * (digits.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }

    /** ISO 13616: letters to numbers, the first four characters last, remainder one after division by 97. */
    public static boolean isIban(String value) {
        var iban = value.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!IBAN.matcher(iban).matches() || (iban.startsWith("NL") && iban.length() != 18)) {
            return false;
        }
        var number = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> number.append(Character.digit(c, 36)));
        return new BigInteger(number.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }

    public static boolean isEmail(String value) {
        return EMAIL.matcher(value).matches();
    }

    /** An address of a desk, not of a person. */
    static boolean isFunctionalEmail(String value) {
        return FUNCTIONAL_EMAIL.matcher(value).matches();
    }

    public static boolean isPhone(String value) {
        return PHONE.matcher(bare(value)).matches();
    }

    static boolean isMobile(String value) {
        return MOBILE.matcher(bare(value)).matches();
    }

    /** The digits of a telephone number, for comparing numbers with each other. */
    static String bare(String phone) {
        return PHONE_PUNCTUATION.matcher(phone.replace("(0)", "")).replaceAll("");
    }

    public static boolean isPostcode(String value) {
        return POSTCODE.matcher(value).matches();
    }

    public static boolean isIdentityDocument(String value) {
        return IDENTITY_DOCUMENT.matcher(value).matches();
    }

    public static boolean isBagId(String value) {
        return BAG_ID.matcher(value.length() == 15 ? "0" + value : value).matches();
    }

    public static boolean isIpAddress(String value) {
        return IP.matcher(value).matches();
    }

    public static boolean isUuid(String value) {
        return UUID.matcher(value).matches();
    }

    public static boolean isUrl(String value) {
        return URL.matcher(value).matches();
    }

    /** Well-known text or a GeoJSON geometry. */
    public static boolean isGeometry(String value) {
        return WKT.matcher(value).matches();
    }

    /** Written with its dashes, the way a plate shows it. */
    static boolean isDashedPlate(String value) {
        return GROUPED_PLATE.matcher(value.toUpperCase(Locale.ROOT)).matches() && isLicencePlate(value);
    }

    public static boolean isLicencePlate(String value) {
        var bare = value.replace("-", "").replace(" ", "").toUpperCase(Locale.ROOT);
        if (bare.length() != 6) {
            return false;
        }
        var shape = new StringBuilder();
        bare.chars().forEach(c -> shape.append(c >= '0' && c <= '9' ? '9' : c >= 'A' && c <= 'Z' ? 'X' : '?'));
        return LICENCE_PLATES.contains(shape.toString());
    }
}
