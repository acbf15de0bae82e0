package nl.datakade.catalog.dataset;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
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

    /** What came of it. */
    record Outcome(Dataset dataset, boolean created) {}

    private final FindDataset find;
    private final Datasets datasets;
    private final DatasetNames names;
    private final RoleHolders roleHolders;
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
            DatasetAnnouncement announcement,
            Departments departments,
            Licenses licenses,
            TransactionTemplate transaction,
            Clock clock) {
        this.find = find;
        this.datasets = datasets;
        this.names = names;
        this.roleHolders = roleHolders;
        this.announcement = announcement;
        this.departments = departments;
        this.licenses = licenses;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Says everything anew; a name that nobody has becomes a dataset. */
    Outcome put(String name, Submission sent, Precondition precondition, Caller caller) {
        var present = find.present(name, caller);
        if (present.isPresent()) {
            return new Outcome(change(present.get(), name, sent, precondition, caller), false);
        }
        precondition.checkAbsent();
        return new Outcome(create(name, sent, caller), true);
    }

    private Dataset create(String name, Submission sent, Caller caller) {
        var rules = new RegistrationRules(licenses, departments::isActive);
        if (!DatasetName.isValid(name)) {
            rules.errors().add(new InvalidInput("path", "name", "{expected.name}", null, null));
        }
        var said = rules.check(sent, null);
        if (departments.isActive(said.department())
                && !Duty.of(caller, said.department()).contains(Duty.GOVERN)) {
            throw new DatasetProblem.NotYours(said.department());
        }
        var counting = roleHolders.counting(said, null, rules.errors());
        rules.throwErrors();
        return inTransaction(() -> {
            var id = UuidCreator.getTimeOrderedEpoch();
            if (!names.claim(name, id)) {
                throw find.present(name, caller).isPresent()
                        ? new DatasetProblem.Exists(name)
                        : new DatasetProblem.NameTaken(name);
            }
            var now = clock.instant();
            var dataset = new Dataset(id, name, said.department(), caller.subject(), now);
            dataset.register(said, Gap.in(said, counting), caller.subject(), now);
            return announcement.store(dataset);
        });
    }

    /**
     * Changes what was said of a dataset, and its name if that is another.
     *
     * @param present as it was fetched; a change since then wins
     */
    Dataset change(Dataset present, String newName, Submission sent, Precondition precondition, Caller caller) {
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
        var counting = roleHolders.counting(said, present, rules.errors());
        rules.throwErrors();
        return inTransaction(() -> {
            var dataset = datasets.lock(present.id()).orElseThrow(DatasetProblem.Unknown::new);
            if (dataset.revision() != present.revision()) {
                throw new DatasetProblem.RevisionPassed();
            }
            if (renamed) {
                rename(dataset, newName, caller);
            }
            dataset.register(said, Gap.in(said, counting), caller.subject(), clock.instant());
            return announcement.store(dataset);
        });
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

    private Dataset inTransaction(Supplier<Dataset> change) {
        return Objects.requireNonNull(transaction.execute(_ -> change.get()));
    }
}
