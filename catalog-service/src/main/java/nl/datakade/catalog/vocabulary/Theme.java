package nl.datakade.catalog.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/** The EU's data themes, from which DCAT-AP-NL lets a dataset choose. */
public enum Theme {
    AGRI("Landbouw, visserij, bosbouw en voeding", "Agriculture, fisheries, forestry and food"),
    ECON("Economie en financiën", "Economy and finance"),
    EDUC("Onderwijs, cultuur en sport", "Education, culture and sport"),
    ENER("Energie", "Energy"),
    ENVI("Milieu", "Environment"),
    GOVE("Overheid en publieke sector", "Government and public sector"),
    HEAL("Gezondheid", "Health"),
    INTR("Internationale vraagstukken", "International issues"),
    JUST("Justitie, rechtsstelsel en openbare veiligheid", "Justice, legal system and public safety"),
    OP_DATPRO("Voorlopige gegevens", "Provisional data"),
    REGI("Regio's en steden", "Regions and cities"),
    SOCI("Bevolking en samenleving", "Population and society"),
    TECH("Wetenschap en technologie", "Science and technology"),
    TRAN("Vervoer", "Transport");

    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/data-theme/";

    private final String nl;
    private final String en;

    Theme(String nl, String en) {
        this.nl = nl;
        this.en = en;
    }

    public String iri() {
        return AUTHORITY + name();
    }

    public Label label() {
        return new Label(nl, en);
    }

    /** By its short code in either case, or by its IRI. */
    public static Optional<Theme> of(String codeOrIri) {
        return Arrays.stream(values())
                .filter(theme -> theme.name().equalsIgnoreCase(codeOrIri)
                        || theme.iri().equals(codeOrIri)
                        || theme.iri().equals(codeOrIri.replaceFirst("^https:", "http:")))
                .findFirst();
    }
}
