package nl.datakade.quality.semantic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The meanings that are recognised, in the order in which they win when two fit equally well. */
public enum SemanticType {
    BSN(Bearing.PERSON, "burgerservicenummer", "citizen service number (BSN)"),
    EMAIL(Bearing.PERSON, "e-mailadres", "e-mail address"),
    IBAN(Bearing.PERSON, "bankrekening (IBAN)", "bank account (IBAN)"),
    PHONE(Bearing.PERSON, "telefoonnummer", "telephone number"),
    BIRTH_DATE(Bearing.PERSON, "geboortedatum", "date of birth"),
    PERSON_NAME(Bearing.PERSON, "naam van een persoon", "name of a person"),
    IDENTITY_DOCUMENT(Bearing.PERSON, "paspoort of identiteitskaart", "passport or identity card"),
    LICENCE_PLATE(Bearing.PERSON, "kenteken", "licence plate"),
    IP_ADDRESS(Bearing.PERSON, "IP-adres", "IP address"),

    HEALTH(Bearing.SPECIAL, "gezondheid", "health"),
    RELIGION(Bearing.SPECIAL, "godsdienst of levensovertuiging", "religion or belief"),
    ETHNICITY(Bearing.SPECIAL, "ras of etnische afkomst", "racial or ethnic origin"),
    POLITICAL_OPINION(Bearing.SPECIAL, "politieke opvatting", "political opinion"),
    TRADE_UNION(Bearing.SPECIAL, "lidmaatschap van een vakbond", "trade union membership"),
    SEXUALITY(Bearing.SPECIAL, "seksuele gerichtheid", "sexual orientation"),
    BIOMETRIC(Bearing.SPECIAL, "biometrisch of genetisch gegeven", "biometric or genetic data"),
    CRIMINAL_RECORD(Bearing.CRIMINAL, "strafrechtelijk gegeven", "criminal offence"),

    UUID(Bearing.NOBODY, "UUID", "UUID"),
    URL(Bearing.NOBODY, "webadres", "web address"),
    BAG_ID(Bearing.IN_CONTEXT, "BAG-identificatie", "BAG identifier"),
    CBS_MUNICIPALITY(Bearing.NOBODY, "gemeentecode (CBS)", "municipality code (CBS)"),
    CBS_DISTRICT(Bearing.NOBODY, "wijkcode (CBS)", "district code (CBS)"),
    CBS_NEIGHBOURHOOD(Bearing.NOBODY, "buurtcode (CBS)", "neighbourhood code (CBS)"),
    KVK_NUMBER(Bearing.NOBODY, "KvK-nummer", "chamber of commerce number"),
    KVK_ESTABLISHMENT(Bearing.NOBODY, "vestigingsnummer", "establishment number"),
    RSIN(Bearing.NOBODY, "RSIN", "RSIN"),
    POSTCODE(Bearing.IN_CONTEXT, "postcode", "postcode"),
    POSTCODE4(Bearing.NOBODY, "postcode (vier cijfers)", "postcode (four digits)"),
    ADDRESS(Bearing.IN_CONTEXT, "adres", "address"),
    STREET(Bearing.IN_CONTEXT, "straatnaam", "street"),
    HOUSE_NUMBER(Bearing.IN_CONTEXT, "huisnummer", "house number"),
    RD_X(Bearing.IN_CONTEXT, "x-coördinaat (RD)", "x coordinate (RD)"),
    RD_Y(Bearing.IN_CONTEXT, "y-coördinaat (RD)", "y coordinate (RD)"),
    LONGITUDE(Bearing.IN_CONTEXT, "lengtegraad", "longitude"),
    LATITUDE(Bearing.IN_CONTEXT, "breedtegraad", "latitude"),
    GEOMETRY(Bearing.IN_CONTEXT, "geometrie", "geometry"),
    GENDER(Bearing.IN_CONTEXT, "geslacht", "gender"),
    NATIONALITY(Bearing.IN_CONTEXT, "nationaliteit", "nationality"),
    YEAR(Bearing.NOBODY, "jaartal", "year"),
    DATE(Bearing.NOBODY, "datum", "date"),
    TIMESTAMP(Bearing.NOBODY, "tijdstip", "point in time");

    private final Bearing bearing;
    private final String dutch;
    private final String english;

    SemanticType(Bearing bearing, String dutch, String english) {
        this.bearing = bearing;
        this.dutch = dutch;
        this.english = english;
    }

    public Bearing bearing() {
        return bearing;
    }

    /** By its code, as announcements have it; empty when it is none of these any more. */
    public static Optional<SemanticType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    /** Kebab-case, as other services know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label(Locale locale) {
        return "nl".equals(locale.getLanguage()) ? dutch : english;
    }
}
