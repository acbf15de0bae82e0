package nl.datakade.catalog.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.Role;

/** What a dataset can still lack before it counts as registered, and the field in which to fill it. */
enum Gap {
    TITLE("title"),
    DESCRIPTION("description"),
    THEME("themes"),
    CLASSIFICATION("classification"),
    CLASSIFICATION_REASON("classification.reason"),
    OWNER("roles"),
    STEWARD("roles"),
    ACCESS_GRANTOR("roles");

    private final String field;

    Gap(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Gap of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * Everything that is lacking.
     *
     * @param counting the role holders who are active and belong to the department
     */
    static List<Gap> in(Registration registration, Set<Holder> counting) {
        var gaps = new ArrayList<Gap>();
        if (registration.title() == null) {
            gaps.add(TITLE);
        }
        if (registration.description() == null) {
            gaps.add(DESCRIPTION);
        }
        if (registration.themes().isEmpty()) {
            gaps.add(THEME);
        }
        var classification = registration.classification();
        if (classification == null) {
            gaps.add(CLASSIFICATION);
        } else if (classification.confidentiality() != Confidentiality.PUBLIC
                && registration.classificationReason() == null) {
            gaps.add(CLASSIFICATION_REASON);
        }
        var filled = counting.stream().map(Holder::role).collect(Collectors.toSet());
        if (!filled.contains(Role.DATA_OWNER)) {
            gaps.add(OWNER);
        }
        if (!filled.contains(Role.DATA_STEWARD)) {
            gaps.add(STEWARD);
        }
        if (!filled.contains(Role.ACCESS_GRANTOR)) {
            gaps.add(ACCESS_GRANTOR);
        }
        return List.copyOf(gaps);
    }
}
