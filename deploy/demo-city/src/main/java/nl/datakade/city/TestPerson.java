package nl.datakade.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A person who does not exist, and who is seen at a glance not to exist. */
record TestPerson(int number, String firstName, String lastName, String sex, LocalDate born) {
    private static final List<String> WOMEN = List.of(
            "Zoë",
            "Noor",
            "Fleur",
            "Daniëlle",
            "Aïsha",
            "Marijke",
            "Yasmina",
            "Renée",
            "Sanne",
            "Chloé",
            "Ingrid",
            "Loïs");
    private static final List<String> MEN = List.of(
            "Daan", "Timo", "Joël", "Achmed", "Sjoerd", "André", "Ruben", "Loek", "Rafaël", "Mees", "Hendrik", "Çetin");
    private static final List<String> WORDS = List.of(
            "Anker",
            "Baken",
            "Deining",
            "Eb",
            "Golf",
            "Haven",
            "Kade",
            "Loods",
            "Meerpaal",
            "Noordzee",
            "Oever",
            "Pier",
            "Rietkraag",
            "Sluis",
            "Tij",
            "Veer",
            "Wad",
            "Zandbank");

    static TestPerson any(Draw draw) {
        boolean woman = draw.chance(0.505);
        return new TestPerson(
                draw.below(1_000_000),
                draw.oneOf(woman ? WOMEN : MEN),
                "Proefpersoon-" + draw.oneOf(WORDS),
                woman ? "V" : "M",
                LocalDate.of(2025, 12, 31)
                        .minusDays((long) (draw.fraction() * (0.45 + 0.55 * draw.fraction()) * 35_000)));
    }

    String name() {
        return firstName + " " + lastName;
    }

    /** Mobile numbers do not begin with 0600, and there is no area 0999. */
    String telephone() {
        return number % 4 == 0 ? "0999-%06d".formatted(number) : "0600%06d".formatted(number);
    }

    String mail() {
        return "proefpersoon.%06d@%s.example"
                .formatted(number, lastName.substring(13).toLowerCase(Locale.ROOT));
    }
}
