package nl.datakade.catalog.dataset;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.datakade.catalog.department.People;
import nl.datakade.catalog.department.Person;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposals and the history as they are shown, with the names of people. */
@Component
class ProposalViews {

    @Schema(name = "DatasetProposal", description = "A change that other persons decide")
    record View(
            UUID id,
            @Schema(example = "bomen") String dataset,
            UUID datasetId,
            Proposal.Kind kind,
            Proposal.Status status,

            @Schema(description = "What it is based on; once that has changed it is outdated")
            Content before,

            Content after,
            Somebody proposedBy,
            Instant proposedAt,
            List<Vote> decisions,

            @Schema(description = "The roles whose decision is needed")
            Set<Role> missing,

            @Schema(description = "In which of those the caller may decide now")
            List<Role> yours,

            @Nullable Instant closedAt,

            @Schema(
                    description = "Why it is outdated: changed, people (somebody who decided or gets a role no longer"
                            + " may), or replaced by another proposal",
                    example = "changed")
            @Nullable
            String closedBecause,

            Links links) {}

    @Schema(
            name = "DatasetProposalContent",
            description = "How the dataset is classified, or its department and who fills which role")
    record Content(
            Submission.@Nullable Classified classification,
            @Nullable String department,
            @Nullable List<DatasetView.Holding> roles) {}

    @Schema(name = "DatasetProposalPerson")
    record Somebody(
            @Schema(description = "Keycloak subject") String person,

            @Schema(description = "Left out when unknown") @Nullable
            String name) {}

    @Schema(name = "DatasetProposalDecision")
    record Vote(
            @Schema(allowableValues = {"DATA_OWNER", "PRIVACY_OFFICER"})
            Role as,

            Somebody by,
            boolean approve,
            String reason,
            Instant decidedAt) {}

    @Schema(name = "DatasetProposalLinks", description = "Addresses on this host")
    record Links(
            @Schema(example = "/catalog/v1/datasets/bomen/proposals/0193b3b2-7e6c-7000-8000-000000000000")
            String self,

            String decisions,
            @Schema(example = "/catalog/v1/datasets/bomen") String dataset) {}

    @Schema(name = "DatasetHistoryEntry")
    record Change(
            DatasetHistory.What what,

            @Schema(description = "Left out at the registration") @Nullable
            Content before,

            Content after,
            Somebody changedBy,
            Instant changedAt,

            @Schema(description = "Of whoever decided last, or repaired") @Nullable
            String reason,

            @Schema(description = "The proposal by which it changed") @Nullable
            UUID proposal) {}

    private final People people;

    ProposalViews(People people) {
        this.people = people;
    }

    static String path(String dataset, UUID id) {
        return DatasetViews.PATH + dataset + "/proposals/" + id;
    }

    /** Of proposals, with their datasets by id, for this caller. */
    List<View> of(Collection<Proposal> proposals, Map<UUID, Dataset> datasets, Caller caller) {
        var subjects = new HashSet<String>();
        for (var proposal : proposals) {
            subjects.add(proposal.proposedBy());
            proposal.decisions().forEach(decision -> subjects.add(decision.person()));
            subjects.addAll(subjects(proposal.before()));
            subjects.addAll(subjects(proposal.after()));
        }
        var known = people.lastSeen(subjects);
        return proposals.stream()
                .map(proposal -> view(proposal, datasets.get(proposal.datasetId()), known, caller))
                .toList();
    }

    View of(Proposal proposal, Dataset dataset, Caller caller) {
        return of(List.of(proposal), Map.of(proposal.datasetId(), dataset), caller)
                .getFirst();
    }

    List<Change> history(Collection<DatasetHistory.Entry> entries) {
        var subjects = new HashSet<String>();
        for (var entry : entries) {
            subjects.add(entry.changedBy());
            subjects.addAll(subjects(entry.after()));
            if (entry.before() != null) {
                subjects.addAll(subjects(entry.before()));
            }
        }
        var known = people.lastSeen(subjects);
        return entries.stream()
                .map(entry -> new Change(
                        entry.what(),
                        entry.before() == null ? null : content(entry.before(), known),
                        content(entry.after(), known),
                        somebody(entry.changedBy(), known),
                        entry.changedAt(),
                        entry.reason(),
                        entry.proposal()))
                .toList();
    }

    private static View view(Proposal proposal, @Nullable Dataset found, Map<String, Person> known, Caller caller) {
        var dataset = found == null ? "" : found.name();
        var self = path(dataset, proposal.id());
        return new View(
                proposal.id(),
                dataset,
                proposal.datasetId(),
                proposal.kind(),
                proposal.status(),
                content(proposal.before(), known),
                content(proposal.after(), known),
                somebody(proposal.proposedBy(), known),
                proposal.proposedAt(),
                proposal.decisions().stream()
                        .map(decision -> new Vote(
                                decision.as(),
                                somebody(decision.person(), known),
                                decision.approved(),
                                decision.reason(),
                                decision.decidedAt()))
                        .toList(),
                proposal.status() == Proposal.Status.OPEN ? proposal.missing() : Set.of(),
                found == null ? List.of() : proposal.decidedBy(caller, found.registration()),
                proposal.closedAt(),
                proposal.closedBecause(),
                new Links(self, self + "/decisions", DatasetViews.PATH + dataset));
    }

    private static Content content(ProposalContent content, Map<String, Person> known) {
        var classification = content.classification();
        var roles = content.roles();
        return new Content(
                classification == null
                        ? null
                        : new Submission.Classified(
                                classification.confidentiality().name(),
                                classification.personalData().name(),
                                content.reason()),
                content.department(),
                roles == null
                        ? null
                        : roles.stream()
                                .map(holder -> new DatasetView.Holding(
                                        holder.role().name(), holder.person(), name(holder.person(), known)))
                                .toList());
    }

    private static Set<String> subjects(ProposalContent content) {
        return content.holders().stream().map(Holder::person).collect(Collectors.toSet());
    }

    private static Somebody somebody(String subject, Map<String, Person> known) {
        return new Somebody(subject, name(subject, known));
    }

    private static @Nullable String name(String subject, Map<String, Person> known) {
        var person = known.get(subject);
        return person == null ? null : person.name();
    }
}
