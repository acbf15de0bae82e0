package nl.datakade.catalog.dataset;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.datakade.catalog.department.People;
import nl.datakade.catalog.department.Person;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.platform.problem.Problem;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a person's decision about a proposal; with the last approval it takes effect. The dataset's row is held from the
 * first look to the last, so that of two decisions at once the second sees the first.
 */
@Component
class DecideProposal {

    private static final String PRIVACY = "privacy";
    private static final int PATIENCE = 5;

    private final Datasets datasets;
    private final Proposals proposals;
    private final People people;
    private final DatasetAnnouncement announcement;
    private final DatasetHistory history;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DecideProposal(
            Datasets datasets,
            Proposals proposals,
            People people,
            DatasetAnnouncement announcement,
            DatasetHistory history,
            TransactionTemplate transaction,
            Clock clock) {
        this.datasets = datasets;
        this.proposals = proposals;
        this.people = people;
        this.announcement = announcement;
        this.history = history;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is decided, and by whom. */
    record Vote(Role as, boolean approve, String reason, Caller caller) {
        String person() {
            return caller.subject();
        }
    }

    private sealed interface Outcome {
        record Taken(Proposal proposal) implements Outcome {}

        /** A refusal is a value, so that what was found out meanwhile commits. */
        record Refused(Problem problem) implements Outcome {}

        /** The dataset or the decisions changed after their people were looked up. */
        record Moved() implements Outcome {}
    }

    Proposal decide(UUID dataset, UUID id, Vote vote) {
        var outcome = attempt(dataset, id, vote);
        for (int again = 0; outcome instanceof Outcome.Moved && again < PATIENCE; again++) {
            outcome = attempt(dataset, id, vote);
        }
        return switch (outcome) {
            case Outcome.Taken taken -> taken.proposal();
            case Outcome.Refused refused -> throw refused.problem();
            case Outcome.Moved _ -> throw new DatasetProblem.RevisionPassed();
        };
    }

    /** People are looked up before the row is held. */
    private Outcome attempt(UUID datasetId, UUID id, Vote vote) {
        var seen = datasets.findById(datasetId).orElseThrow(DatasetProblem.Unknown::new);
        var proposal = proposals.find(datasetId, id).orElseThrow(ProposalProblem.Unknown::new);
        var known = people.find(concerned(seen.registration(), proposal, vote));
        return Objects.requireNonNull(transaction.execute(_ -> {
            var present = datasets.lock(datasetId).orElseThrow(DatasetProblem.Unknown::new);
            var current = proposals.find(datasetId, id).orElseThrow();
            // whoever decided meanwhile was not looked up
            return present.revision() == seen.revision() && current.decisions().equals(proposal.decisions())
                    ? decided(present, current, vote, known)
                    : new Outcome.Moved();
        }));
    }

    private static Set<String> concerned(Registration present, Proposal proposal, Vote vote) {
        var concerned = new HashSet<>(present.people());
        concerned.add(vote.person());
        proposal.decisions().forEach(decision -> concerned.add(decision.person()));
        proposal.after().holders().forEach(holder -> concerned.add(holder.person()));
        return concerned;
    }

    private Outcome decided(Dataset dataset, Proposal proposal, Vote vote, Map<String, Person> known) {
        if (proposal.status() != Proposal.Status.OPEN) {
            return new Outcome.Refused(new ProposalProblem.Closed(proposal.status()));
        }
        var present = dataset.registration();
        if (!proposal.standsOn(present)) {
            return outdated(proposal, "changed");
        }
        var refusal = refusal(proposal, present, vote, known);
        if (refusal != null) {
            return new Outcome.Refused(refusal);
        }
        proposals.decide(
                proposal.id(),
                new Proposal.Decision(vote.as(), vote.person(), vote.approve(), vote.reason(), clock.instant()));
        var counted = proposals.find(dataset.id(), proposal.id()).orElseThrow();
        if (!vote.approve()) {
            proposals.close(proposal.id(), Proposal.Status.REJECTED, null);
        } else if (counted.missing().isEmpty()) {
            if (!mayTakeEffect(counted, present, known)) {
                return outdated(proposal, "people");
            }
            takeEffect(dataset, counted, known, vote);
        }
        return new Outcome.Taken(proposals.find(dataset.id(), proposal.id()).orElseThrow());
    }

    private Outcome outdated(Proposal proposal, String because) {
        proposals.close(proposal.id(), Proposal.Status.OUTDATED, because);
        return new Outcome.Refused(new ProposalProblem.Closed(Proposal.Status.OUTDATED));
    }

    private static @Nullable ProposalProblem refusal(
            Proposal proposal, Registration present, Vote vote, Map<String, Person> known) {
        var person = known.get(vote.person());
        if (person == null || !person.active() || !mayDecide(proposal, present, vote, known)) {
            return new ProposalProblem.NotYours(vote.as().name());
        }
        if (proposal.after().appoints(vote.person(), proposal.before())) {
            return new ProposalProblem.InOwnFavour();
        }
        if (!proposal.missing().contains(vote.as())) {
            return new ProposalProblem.Decided(vote.as().name());
        }
        return proposal.mayBeDecidedBy(vote.person(), vote.as()) ? null : new ProposalProblem.SamePerson();
    }

    private static boolean mayDecide(Proposal proposal, Registration present, Vote vote, Map<String, Person> known) {
        return switch (proposal.kind()) {
            case CLASSIFICATION ->
                vote.as() == Role.DATA_OWNER
                        ? RoleHolders.isOwner(vote.person(), present, known)
                        : vote.caller().is(PRIVACY) && isPrivacyOfficer(vote.person(), known);
            case OWNERSHIP ->
                vote.as() == Role.DATA_OWNER
                        && (vote.caller().is("admin") || RoleHolders.isOwner(vote.person(), present, known));
        };
    }

    private static boolean isPrivacyOfficer(String subject, Map<String, Person> known) {
        var person = known.get(subject);
        return person != null && person.active() && person.roles().contains(PRIVACY);
    }

    /** Who approved earlier must still be who they were; who gets a role must count in it. */
    private static boolean mayTakeEffect(Proposal proposal, Registration present, Map<String, Person> known) {
        return switch (proposal.kind()) {
            case CLASSIFICATION ->
                proposal.approvals().stream()
                        .allMatch(approval -> approval.role() == Role.DATA_OWNER
                                ? RoleHolders.isOwner(approval.person(), present, known)
                                : isPrivacyOfficer(approval.person(), known));
            case OWNERSHIP -> {
                var after = proposal.appliedTo(present);
                var counting = RoleHolders.counting(after, known);
                yield after.roles().stream()
                        .allMatch(holder ->
                                counting.contains(holder) || present.roles().contains(holder));
            }
        };
    }

    private void takeEffect(Dataset dataset, Proposal proposal, Map<String, Person> known, Vote last) {
        var before = dataset.registration();
        var after = proposal.appliedTo(before);
        var gaps = Gap.in(after, RoleHolders.counting(after, known));
        dataset.register(after, gaps, proposal.proposedBy(), clock.instant());
        proposals.close(proposal.id(), Proposal.Status.ACCEPTED, null);
        announcement.store(dataset);
        history.record(dataset.id(), before, after, proposal.proposedBy(), last.reason(), proposal.id());
        proposals.outdate(dataset.id(), after);
    }
}
