package nl.datakade.catalog.dataset;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.datakade.contracts.catalog.Classification;
import nl.datakade.contracts.catalog.Confidentiality;
import nl.datakade.contracts.catalog.DatasetState;
import nl.datakade.contracts.catalog.PersonalData;
import nl.datakade.contracts.catalog.RoleHolder;
import org.jspecify.annotations.Nullable;

/** A dataset: a draft until it lacks nothing, registered from then on for as long as it lacks nothing. */
@Entity
class Dataset {

    @Id
    private UUID id;

    @Version
    @Column(name = "revision")
    private @Nullable Long revision;

    private String name;
    private @Nullable String requestedName;
    private String department;

    @Enumerated(EnumType.STRING)
    private DatasetState.Status status = DatasetState.Status.DRAFT;

    private List<String> missing = new ArrayList<>();
    private @Nullable String title;
    private @Nullable String description;
    private List<String> themes = new ArrayList<>();
    private List<String> keywords = new ArrayList<>();
    private @Nullable String license;
    private @Nullable String frequency;
    private @Nullable LocalDate temporalFrom;
    private @Nullable LocalDate temporalUntil;
    private @Nullable String spatial;

    @Enumerated(EnumType.STRING)
    private @Nullable Confidentiality confidentiality;

    @Enumerated(EnumType.STRING)
    private @Nullable PersonalData personalData;

    private @Nullable String classificationReason;
    private @Nullable String classifiedBy;
    private @Nullable Instant classifiedAt;
    private @Nullable Double rejectLimit;
    private @Nullable Integer retainedVersions;
    private @Nullable String retainedPeriod;
    private @Nullable Boolean retainedCurrent;
    private @Nullable String createdBy;
    private Instant createdAt;
    private @Nullable String updatedBy;
    private Instant updatedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "dataset_role", joinColumns = @JoinColumn(name = "dataset_id"))
    private Set<Holder> roles = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "dataset_column", joinColumns = @JoinColumn(name = "dataset_id"))
    private Set<ColumnDescription> columns = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Dataset() {}

    Dataset(UUID id, String name, String department, @Nullable String by, Instant at) {
        this.id = id;
        this.name = name;
        this.department = department;
        this.createdBy = by;
        this.createdAt = at;
        this.updatedBy = by;
        this.updatedAt = at;
    }

    /** What a landing makes of a name that nobody had: its words are a first title. */
    static Dataset landed(UUID id, String name, String department, String requestedName, Instant at) {
        var draft = new Dataset(id, name, department, null, at);
        draft.requestedName = name.equals(requestedName) ? null : requestedName;
        draft.title = title(requestedName);
        draft.settle(Gap.in(draft.registration(), Set.of()));
        return draft;
    }

    private static String title(String name) {
        var words = name.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Takes over what was said of it, and is registered if nothing lacks. */
    void register(Registration said, List<Gap> gaps, String by, Instant at) {
        if (!Objects.equals(said.classification(), classification())
                || !Objects.equals(said.classificationReason(), classificationReason)) {
            classifiedBy = by;
            classifiedAt = at;
        }
        department = said.department();
        title = said.title();
        description = said.description();
        themes = new ArrayList<>(said.themes());
        keywords = new ArrayList<>(said.keywords());
        license = said.license();
        frequency = said.frequency();
        temporalFrom = said.from();
        temporalUntil = said.until();
        spatial = said.spatial();
        confidentiality =
                said.classification() == null ? null : said.classification().confidentiality();
        personalData =
                said.classification() == null ? null : said.classification().personalData();
        classificationReason = said.classificationReason();
        rejectLimit = said.rejectLimit();
        retain(said.retention());
        replace(roles, said.roles());
        replace(columns, Set.copyOf(said.columns()));
        settle(gaps);
        updatedBy = by;
        updatedAt = at;
    }

    private void retain(DatasetState.@Nullable Retention rule) {
        retainedVersions = rule == null ? null : rule.versions();
        retainedPeriod = rule == null ? null : rule.period();
        retainedCurrent = rule == null ? null : (Boolean) rule.current();
    }

    private DatasetState.@Nullable Retention retention() {
        return retainedCurrent == null
                ? null
                : new DatasetState.Retention(retainedVersions, retainedPeriod, retainedCurrent);
    }

    void rename(String to, String by, Instant at) {
        name = to;
        requestedName = null;
        updatedBy = by;
        updatedAt = at;
    }

    /** Is a draft while anything lacks, and registered when nothing does. */
    void settle(List<Gap> gaps) {
        missing = new ArrayList<>(gaps.stream().map(Gap::code).toList());
        if (status != DatasetState.Status.WITHDRAWN) {
            status = gaps.isEmpty() ? DatasetState.Status.REGISTERED : DatasetState.Status.DRAFT;
        }
    }

    private static <T> void replace(Set<T> present, Set<T> wanted) {
        present.retainAll(wanted);
        present.addAll(wanted);
    }

    /** What is said of it now. */
    Registration registration() {
        return new Registration(
                department,
                title,
                description,
                List.copyOf(themes),
                List.copyOf(keywords),
                license,
                frequency,
                temporalFrom,
                temporalUntil,
                spatial,
                classification(),
                classificationReason,
                Set.copyOf(roles),
                columns.stream().sorted(ColumnDescription.ORDER).toList(),
                rejectLimit,
                retention());
    }

    DatasetState state(List<String> formerNames) {
        return new DatasetState(
                id,
                revision(),
                name,
                formerNames,
                department,
                status,
                title,
                description,
                List.copyOf(themes),
                List.copyOf(keywords),
                license,
                frequency,
                classification(),
                roles.stream()
                        .sorted(Holder.ORDER)
                        .map(holder -> new RoleHolder(holder.role(), holder.person()))
                        .toList(),
                rejectLimit,
                columns.stream()
                        .sorted(ColumnDescription.ORDER)
                        .map(column -> new DatasetState.ColumnDescription(
                                column.table(), column.column(), column.description()))
                        .toList(),
                updatedAt,
                retention());
    }

    private @Nullable Classification classification() {
        return confidentiality == null || personalData == null
                ? null
                : new Classification(confidentiality, personalData);
    }

    UUID id() {
        return id;
    }

    /** From 1; 0 while it was never stored. */
    long revision() {
        return revision == null ? 0 : revision + 1;
    }

    String name() {
        return name;
    }

    @Nullable
    String requestedName() {
        return requestedName;
    }

    String department() {
        return department;
    }

    DatasetState.Status status() {
        return status;
    }

    List<Gap> missing() {
        return missing.stream().map(Gap::of).toList();
    }

    @Nullable
    String classifiedBy() {
        return classifiedBy;
    }

    @Nullable
    Instant classifiedAt() {
        return classifiedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
