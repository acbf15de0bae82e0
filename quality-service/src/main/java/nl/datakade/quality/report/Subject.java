package nl.datakade.quality.report;

import java.util.Set;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.contracts.ingest.VersionState;
import nl.datakade.platform.security.Caller;
import nl.datakade.quality.profile.Profile;
import nl.datakade.quality.profile.TableProfile;
import org.jspecify.annotations.Nullable;

/**
 * A version and its dataset, and who may see what of them.
 *
 * @param dataset null as long as the catalogue has not spoken
 */
public record Subject(
        String name, VersionState version, @Nullable DatasetState dataset) {

    /** What the caller may know of the dataset, and so of the scores of its versions. */
    Visibility visibilityTo(Caller caller) {
        return visibility(dataset, version.department(), caller);
    }

    /** As long as the catalogue has announced nothing, it is an unclassified draft of the department that delivered it. */
    static Visibility visibility(@Nullable DatasetState dataset, String department, Caller caller) {
        return caller.visibilityOf(
                dataset == null
                        ? new Visibility.Dataset(department, Set.of(), null, DatasetState.Status.DRAFT)
                        : Visibility.Dataset.of(dataset));
    }

    /**
     * A profile holds no personal value, but counts can say much about few: where there is personal data, or might be, it is for
     * those who answer for the dataset.
     */
    boolean profileVisibleTo(Caller caller, Profile profile) {
        return visibilityTo(caller) == Visibility.VISIBLE && (concerns(caller) || !mayBePersonal(profile));
    }

    /** Public and without people in it: every figure may be shown, and nobody needs to know who saw it. */
    boolean isOpen(Profile profile) {
        return isClassifiedOpen() && !mayBePersonal(profile);
    }

    boolean isClassifiedOpen() {
        var classification = dataset == null ? null : dataset.classification();
        return classification != null
                && classification.confidentiality() == Confidentiality.PUBLIC
                && classification.personalData() == PersonalData.NONE;
    }

    private boolean concerns(Caller caller) {
        return concerns(dataset, dataset == null ? version.department() : dataset.department(), caller);
    }

    /** Whoever classifies a draft has to see what is in it. */
    private static boolean concerns(@Nullable DatasetState dataset, String department, Caller caller) {
        return caller.is("privacy")
                || caller.is("fg")
                || (caller.is("steward") && caller.worksFor(department))
                || (dataset != null
                        && dataset.roles().stream()
                                .anyMatch(holder -> holder.person().equals(caller.subject())));
    }

    private boolean mayBePersonal(Profile profile) {
        var classification = dataset == null ? null : dataset.classification();
        return classification == null
                || classification.personalData() != PersonalData.NONE
                || profile.tables().stream().anyMatch(TableProfile::aboutPeople);
    }
}
