package nl.datakade.quality.score;

import java.util.Set;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.RoleHolder;
import org.jspecify.annotations.Nullable;

/** What the catalogue says of the dataset, as far as the score looks at it. */
public record Description(
        String name,
        @Nullable String title,
        @Nullable String description,
        int themes,
        int keywords,
        @Nullable String license,
        @Nullable String frequency,
        @Nullable Classification classification,
        Set<Role> roles) {

    public static Description of(DatasetState dataset) {
        return new Description(
                dataset.name(),
                dataset.title(),
                dataset.description(),
                dataset.themes().size(),
                dataset.keywords().size(),
                dataset.license(),
                dataset.frequency(),
                dataset.classification(),
                Set.copyOf(dataset.roles().stream().map(RoleHolder::role).toList()));
    }
}
