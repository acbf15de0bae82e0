package nl.datakade.catalog.dataset;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import nl.datakade.catalog.department.Departments;
import nl.datakade.catalog.vocabulary.Licenses;
import nl.datakade.contracts.DatasetName;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.security.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registers a dataset, or changes what was said of it. People are looked up before the transaction begins, so that no
 * row is held while another system answers.
 */
@Component
class RegisterDataset {

    /**
     * What came of it.
     *
     * @param waiting what others have to decide first
     */
    record Outcome(Dataset dataset, boolean created, List<Proposal> waiting) {}

    private final FindDataset find;
    private final Datasets datasets;
    private final DatasetNames names;
    private final RoleHolders roleHolders;
    private final KnownColumns knownColumns;
    private final Proposals proposals;
    private final DatasetHistory history;
    private final DatasetAnnouncement announcement;
    private final Departments departments;
    private final Licenses licenses;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RegisterDataset(
            FindDataset find,
            Datasets datasets,
            DatasetNames names,
            RoleHolders roleHolders,
            KnownColumns knownColumns,
            Proposals proposals,
            DatasetHistory history,
            DatasetAnnouncement announcement,
            Departments departments,
            Licenses licenses,
            TransactionTemplate transaction,
            Clock clock) {
        this.find = find;
        this.datasets = datasets;
        this.names = names;
        this.roleHolders = roleHolders;
        this.knownColumns = knownColumns;
        this.proposals = proposals;
        this.history = history;
        this.announcement = announcement;
        this.departments = departments;
        this.licenses = licenses;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Replaces the whole description; a name that is not taken becomes a dataset. */
    Outcome put(String name, Submission sent, Precondition precondition, Caller caller) {
        var present = find.present(name, caller);
        if (present.isPresent()) {
            return change(present.get(), name, sent, precondition, caller);
        }
        precondition.checkAbsent();
        return create(name, sent, caller);
    }

    private Outcome create(String name, Submission sent, Caller caller) {
        var rules = new RegistrationRules(licenses, departments::isActive);
        ReadOnly.check(sent, name, null, rules.errors());
        if (!DatasetName.isValid(name)) {
            rules.errors().add(new InvalidInput("path", "name", "{expected.name}", null, null));
        }
        var said = rules.check(sent, null);
        if (departments.isActive(said.department())
                && !Duty.of(caller, said.department()).contains(Duty.GOVERN)) {
            throw new DatasetProblem.NotYours(said.department());
        }
        var judgement = roleHolders.judge(said, null, caller, rules.errors());
        rules.throwErrors();
        var split = ChangeSplit.of(null, said, false);
        return inTransaction(() -> {
            var id = UuidCreator.getTimeOrderedEpoch();
            if (!names.claim(name, id)) {
                throw find.present(name, caller).isPresent()
                        ? new DatasetProblem.Exists(name)
                        : new DatasetProblem.NameTaken(name);
            }
            var now = clock.instant();
            var dataset = new Dataset(id, name, said.department(), caller.subject(), now);
            dataset.register(split.now(), judgement.gaps(split.now()), caller.subject(), now);
            var stored = announcement.store(dataset);
            history.record(id, null, split.now(), caller.subject(), null, null);
            return new Outcome(stored, true, propose(stored, split, caller));
        });
    }

    /**
     * Changes what was said of a dataset, and its name if that is another.
     *
     * @param present as it was fetched; a change since then wins
     */
    Outcome change(Dataset present, String newName, Submission sent, Precondition precondition, Caller caller) {
        var before = present.registration();
        if (Duty.of(caller, before.department(), before.roles()).isEmpty()) {
            throw new DatasetProblem.NotYours(before.department());
        }
        precondition.check(present);
        var rules = new RegistrationRules(licenses, departments::isActive);
        var renamed = !newName.equals(present.name());
        if (renamed && !DatasetName.isValid(newName)) {
            rules.errors().add(InvalidInput.body("name", "{expected.name}"));
        }
        var said = rules.check(sent, before.department());
        requireDuties(caller, before, said, renamed);
        if (before.classification() != null && sent.classification() == null) {
            rules.errors().add(InvalidInput.body("classification", "{expected.stays-classified}"));
        }
        ReadOnly.check(sent, renamed ? null : newName, present, rules.errors());
        knownColumns.check(present, said, rules.errors());
        var judgement = roleHolders.judge(said, present, caller, rules.errors());
        rules.throwErrors();
        var split = ChangeSplit.of(before, said, judgement.ownershipWaits());
        return inTransaction(() -> {
            var dataset = datasets.lock(present.id()).orElseThrow(DatasetProblem.Unknown::new);
            if (dataset.revision() != present.revision()) {
                throw new DatasetProblem.RevisionPassed();
            }
            if (renamed) {
                rename(dataset, newName, caller);
            }
            dataset.register(split.now(), judgement.gaps(split.now()), caller.subject(), clock.instant());
            var stored = announcement.store(dataset);
            history.record(dataset.id(), before, split.now(), caller.subject(), null, null);
            proposals.outdate(dataset.id(), split.now());
            return new Outcome(stored, false, propose(stored, split, caller));
        });
    }

    private List<Proposal> propose(Dataset dataset, ChangeSplit split, Caller caller) {
        return split.waiting().stream()
                .map(draft -> proposals.open(dataset.id(), draft, caller.subject()))
                .toList();
    }

    private void requireDuties(Caller caller, Registration before, Registration said, boolean renamed) {
        if (!renamed && said.governsLike(before)) {
            return;
        }
        if (!Duty.of(caller, before.department(), before.roles()).contains(Duty.GOVERN)) {
            throw new DatasetProblem.WordsOnly(before.department());
        }
        var moves = !said.department().equals(before.department()) && departments.isActive(said.department());
        if (moves && !Duty.of(caller, said.department()).contains(Duty.GOVERN)) {
            throw new DatasetProblem.NotYours(said.department());
        }
    }

    private void rename(Dataset dataset, String newName, Caller caller) {
        if (!names.claim(newName, dataset.id())) {
            throw new DatasetProblem.NameTaken(newName);
        }
        dataset.rename(newName, caller.subject(), clock.instant());
    }

    private Outcome inTransaction(Supplier<Outcome> change) {
        return Objects.requireNonNull(transaction.execute(_ -> change.get()));
    }
}
