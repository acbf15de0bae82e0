package nl.datakade.quality.rule;

import java.time.LocalDate;
import java.util.List;
import nl.datakade.quality.profile.ColumnProfile;
import nl.datakade.quality.profile.ColumnProfile.Measures;
import nl.datakade.quality.profile.ColumnProfile.Withheld;
import nl.datakade.quality.profile.Profile;
import nl.datakade.quality.profile.TableProfile;
import nl.datakade.quality.semantic.Detection;
import nl.datakade.quality.semantic.SemanticType;
import nl.datakade.quality.semantic.ValueKind;

/** Profiles of one column in which something was found. */
final class Profiles {
    private Profiles() {}

    static Profile with(SemanticType found) {
        var column = new ColumnProfile(
                1,
                "kolom",
                "kolom",
                "VARCHAR",
                ValueKind.TEXT,
                100,
                0,
                100,
                true,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(new Detection(found, 0.9, 100, 1, null, false, true)),
                Withheld.EVERY_VALUE,
                new Measures(0, 0, 0, 0, null, 0, 0, null, null, null));
        return new Profile(
                LocalDate.of(2026, 3, 1),
                List.of(new TableProfile("t", 100, 0, List.of(), true, null, List.of(column))));
    }
}
