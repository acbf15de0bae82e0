package nl.datakade.catalog.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.datakade.catalog.department.Department;
import nl.datakade.catalog.department.Departments;
import nl.datakade.catalog.department.People;
import nl.datakade.catalog.department.Person;
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
    private final Proposals proposals;
    private final MessageSource messages;

    DatasetViews(
            DatasetNames names,
            Departments departments,
            People people,
            Versions versions,
            Proposals proposals,
            MessageSource messages) {
        this.names = names;
        this.departments = departments;
        this.people = people;
        this.versions = versions;
        this.proposals = proposals;
        this.messages = messages;
    }

    DatasetView of(Dataset dataset, Locale locale) {
        var said = Submission.of(dataset.registration());
        var current = versions.current(dataset.id());
        var known = people.lastSeen(dataset.registration().people());
        var open = proposals.ofDataset(dataset.id(), Proposal.Status.OPEN);
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
                holdings(dataset, known),
                said.license(),
                said.frequency(),
                said.temporal(),
                said.spatial(),
                Submission.columns(dataset.registration()),
                said.rejectLimit(),
                said.retention(),
                dataset.missing().stream().map(gap -> lack(gap, open, locale)).toList(),
                remarks(dataset, known, locale),
                current.map(DatasetVersion::version).orElse(null),
                versions.latest(dataset.id()).map(DatasetVersion::version).orElse(null),
                current.map(DatasetVersion::score).orElse(null),
                dataset.classifiedBy(),
                dataset.classifiedAt(),
                dataset.createdAt(),
                dataset.updatedAt(),
                open.stream()
                        .map(one -> new DatasetView.Waiting(
                                one.id(), one.kind(), ProposalViews.path(dataset.name(), one.id())))
                        .toList(),
                links(dataset, current.map(DatasetVersion::version).orElse(null)));
    }

    /** For who may know no more than that it exists. */
    NamedDatasetView named(Dataset dataset) {
        var known = people.lastSeen(dataset.registration().people());
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
                                holder.role().name(), holder.person(), name(holder.person(), known)))
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

    private List<DatasetView.Holding> holdings(Dataset dataset, Map<String, Person> known) {
        return dataset.registration().roles().stream()
                .sorted(Holder.ORDER)
                .map(holder ->
                        new DatasetView.Holding(holder.role().name(), holder.person(), name(holder.person(), known)))
                .toList();
    }

    private DatasetView.Lack lack(Gap gap, List<Proposal> open, Locale locale) {
        var proposed =
                gap == Gap.CLASSIFICATION && open.stream().anyMatch(one -> one.kind() == Proposal.Kind.CLASSIFICATION);
        var message = "gap." + gap.code() + (proposed ? ".proposed" : "");
        return new DatasetView.Lack(
                gap.code(),
                gap.field(),
                messages.getMessage(message, null, locale),
                messages.getMessage(message + ".whose-move", null, locale));
    }

    private List<DatasetView.Remark> remarks(Dataset dataset, Map<String, Person> known, Locale locale) {
        var remarks = new ArrayList<DatasetView.Remark>();
        var requested = dataset.requestedName();
        if (requested != null) {
            remarks.add(remark("name-taken", locale, requested, dataset.name()));
        }
        dataset.registration().roles().stream()
                .sorted(Holder.ORDER)
                .filter(holder -> known.containsKey(holder.person()))
                .filter(holder -> RoleHolders.lacking(holder, dataset.department(), known) != null)
                .map(holder ->
                        remark("role-orphaned", locale, messages.getMessage("role." + holder.role(), null, locale)))
                .forEach(remarks::add);
        return List.copyOf(remarks);
    }

    private DatasetView.Remark remark(String code, Locale locale, Object... arguments) {
        return new DatasetView.Remark(code, messages.getMessage("finding." + code, arguments, locale));
    }

    private static @Nullable String name(String subject, Map<String, Person> known) {
        var person = known.get(subject);
        return person == null ? null : person.name();
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
