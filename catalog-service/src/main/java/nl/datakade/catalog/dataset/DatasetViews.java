package nl.datakade.catalog.dataset;

import java.util.List;
import java.util.Locale;
import nl.datakade.catalog.department.Department;
import nl.datakade.catalog.department.Departments;
import nl.datakade.catalog.department.People;
import nl.datakade.catalog.version.DatasetVersion;
import nl.datakade.catalog.version.Versions;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.Visibility;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts together what is shown of a dataset, in the reader's language. */
@Component
class DatasetViews {

    static final String PATH = "/catalog/v1/datasets/";

    private final DatasetNames names;
    private final Departments departments;
    private final People people;
    private final Versions versions;
    private final MessageSource messages;

    DatasetViews(
            DatasetNames names, Departments departments, People people, Versions versions, MessageSource messages) {
        this.names = names;
        this.departments = departments;
        this.people = people;
        this.versions = versions;
        this.messages = messages;
    }

    DatasetView of(Dataset dataset, Locale locale) {
        var said = Submission.of(dataset.registration());
        var current = versions.current(dataset.id());
        return new DatasetView(
                dataset.id(),
                dataset.name(),
                names.former(dataset.id(), dataset.name()),
                dataset.status(),
                said.title(),
                said.description(),
                dataset.department(),
                departments.find(dataset.department()).map(Department::name).orElse(null),
                dataset.registration().themes(),
                dataset.registration().keywords(),
                said.classification(),
                holdings(dataset),
                said.license(),
                said.frequency(),
                said.temporal(),
                said.spatial(),
                Submission.columns(dataset.registration()),
                said.rejectLimit(),
                said.retention(),
                dataset.missing().stream().map(gap -> lack(gap, locale)).toList(),
                remarks(dataset, locale),
                current.map(DatasetVersion::version).orElse(null),
                versions.latest(dataset.id()).map(DatasetVersion::version).orElse(null),
                current.map(DatasetVersion::score).orElse(null),
                dataset.classifiedBy(),
                dataset.classifiedAt(),
                dataset.createdAt(),
                dataset.updatedAt(),
                links(dataset, current.map(DatasetVersion::version).orElse(null)));
    }

    /** For who may know no more than that it exists. */
    NamedDatasetView named(Dataset dataset) {
        var self = PATH + dataset.name();
        return new NamedDatasetView(
                dataset.id(),
                dataset.name(),
                Visibility.NAMED_ONLY,
                dataset.status(),
                dataset.registration().title(),
                dataset.department(),
                departments.find(dataset.department()).map(Department::name).orElse(null),
                axes(dataset),
                dataset.registration().roles().stream()
                        .filter(holder -> holder.role() == Role.DATA_OWNER)
                        .sorted(Holder.ORDER)
                        .map(holder -> new DatasetView.Holding(
                                holder.role().name(),
                                holder.person(),
                                people.nameOf(holder.person()).orElse(null)))
                        .toList(),
                new NamedDatasetView.Links(
                        self, "/access/v1/datasets/" + dataset.name() + "/readiness", "/access/v1/requests"));
    }

    /** Without the reason, which may say what is in it. */
    private static Submission.@Nullable Classified axes(Dataset dataset) {
        var classification = dataset.registration().classification();
        return classification == null
                ? null
                : new Submission.Classified(
                        classification.confidentiality().name(),
                        classification.personalData().name(),
                        null);
    }

    private List<DatasetView.Holding> holdings(Dataset dataset) {
        return dataset.registration().roles().stream()
                .sorted(Holder.ORDER)
                .map(holder -> new DatasetView.Holding(
                        holder.role().name(),
                        holder.person(),
                        people.nameOf(holder.person()).orElse(null)))
                .toList();
    }

    private DatasetView.Lack lack(Gap gap, Locale locale) {
        return new DatasetView.Lack(
                gap.code(),
                gap.field(),
                messages.getMessage("gap." + gap.code(), null, locale),
                messages.getMessage("gap." + gap.code() + ".whose-move", null, locale));
    }

    private List<DatasetView.Remark> remarks(Dataset dataset, Locale locale) {
        var requested = dataset.requestedName();
        return requested == null
                ? List.of()
                : List.of(new DatasetView.Remark(
                        "name-taken",
                        messages.getMessage("finding.name-taken", new Object[] {requested, dataset.name()}, locale)));
    }

    private static DatasetView.Links links(Dataset dataset, @Nullable Integer current) {
        var self = PATH + dataset.name();
        return new DatasetView.Links(
                self,
                self + "/versions",
                current == null ? null : "/quality/v1/datasets/" + dataset.name() + "/versions/" + current + "/score",
                "/access/v1/datasets/" + dataset.name() + "/readiness");
    }
}
