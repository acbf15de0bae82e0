package nl.datakade.catalog.dataset;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a steward says of a dataset, found valid.
 *
 * @param themes IRIs
 * @param classificationReason why it is not public
 * @param rejectLimit share of rows, 0 to 1
 * @param retention how long versions are kept; null where the department's rule holds
 */
record Registration(
        String department,
        @Nullable String title,
        @Nullable String description,
        List<String> themes,
        List<String> keywords,
        @Nullable String license,
        @Nullable String frequency,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String spatial,
        @Nullable Classification classification,
        @Nullable String classificationReason,
        Set<Holder> roles,
        List<ColumnDescription> columns,
        @Nullable Double rejectLimit,
        DatasetState.@Nullable Retention retention) {

    Set<String> people() {
        return roles.stream().map(Holder::person).collect(Collectors.toSet());
    }

    /** Keycloak subject of the data owner. */
    @Nullable
    String owner() {
        return roles.stream()
                .filter(holder -> holder.role() == Role.DATA_OWNER)
                .map(Holder::person)
                .findFirst()
                .orElse(null);
    }

    Registration classified(@Nullable Classification otherwise, @Nullable String reason) {
        return new Registration(
                department,
                title,
                description,
                themes,
                keywords,
                license,
                frequency,
                from,
                until,
                spatial,
                otherwise,
                reason,
                roles,
                columns,
                rejectLimit,
                retention);
    }

    Registration answeredForBy(String otherDepartment, Set<Holder> otherRoles) {
        return new Registration(
                otherDepartment,
                title,
                description,
                themes,
                keywords,
                license,
                frequency,
                from,
                until,
                spatial,
                classification,
                classificationReason,
                otherRoles,
                columns,
                rejectLimit,
                retention);
    }

    /** Whether only words about the content differ, nothing that decides who may do what. */
    boolean governsLike(Registration other) {
        return department.equals(other.department)
                && Objects.equals(classification, other.classification)
                && Objects.equals(classificationReason, other.classificationReason)
                && Objects.equals(license, other.license)
                && Objects.equals(rejectLimit, other.rejectLimit)
                && Objects.equals(retention, other.retention)
                && roles.equals(other.roles);
    }
}
