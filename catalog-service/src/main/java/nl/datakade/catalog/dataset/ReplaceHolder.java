package nl.datakade.catalog.dataset;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.datakade.catalog.department.People;
import nl.datakade.catalog.department.Person;
import nl.datakade.contracts.catalog.Role;
import nl.datakade.contracts.catalog.Visibility;
import nl.datakade.platform.problem.InvalidInput;
import nl.datakade.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts one person in the place of another who no longer counts, in every dataset that the caller sees and of which
 * they may say who answers for it. Each dataset is a change of its own.
 */
@Component
class ReplaceHolder {

    /** More are done by the same request again. */
    private static final int MOST = 500;

    /** Whoever is replaced may have several roles; null for all of them. */
    record Replacement(
            String person,
            String by,
            @Nullable Role role,
            @Nullable String department,
            String reason) {}

    /** A dataset in which it was not done, and why as a code. */
    record Skipped(String dataset, String why) {}

    record Outcome(List<String> replaced, List<Skipped> skipped, boolean more) {}

    private final Datasets datasets;
    private final People people;
    private final DatasetAnnouncement announcement;
    private final DatasetHistory history;
    private final Proposals proposals;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReplaceHolder(
            Datasets datasets,
            People people,
            DatasetAnnouncement announcement,
            DatasetHistory history,
            Proposals proposals,
            TransactionTemplate transaction,
            Clock clock) {
        this.datasets = datasets;
        this.people = people;
        this.announcement = announcement;
        this.history = history;
        this.proposals = proposals;
        this.transaction = transaction;
        this.clock = clock;
    }

    Outcome replace(Replacement wanted, Caller caller) {
        if (wanted.by().equals(caller.subject())) {
            throw new DatasetProblem.Invalid(List.of(InvalidInput.body("by", "{expected.appointed-by-another}")));
        }
        var newcomer = people.find(Set.of(wanted.by())).get(wanted.by());
        if (newcomer == null || !newcomer.active()) {
            throw new DatasetProblem.Invalid(List.of(InvalidInput.body("by", "{expected.active-person}")));
        }
        var answeredFor = datasets.ofPeople(Set.of(wanted.person())).stream()
                .filter(dataset ->
                        wanted.department() == null || dataset.department().equals(wanted.department()))
                .filter(dataset -> Duty.of(caller, dataset.department()).contains(Duty.GOVERN))
                .filter(dataset -> DatasetVisibility.of(dataset, caller) == Visibility.VISIBLE)
                .toList();
        var subjects = new HashSet<>(Set.of(wanted.by(), wanted.person()));
        answeredFor.forEach(dataset -> subjects.addAll(dataset.registration().people()));
        var known = people.find(subjects);
        var replaced = new ArrayList<String>();
        var skipped = new ArrayList<Skipped>();
        for (var dataset : answeredFor) {
            if (orphaned(dataset.registration(), wanted, known).isEmpty()) {
                continue;
            }
            if (replaced.size() == MOST) {
                return new Outcome(List.copyOf(replaced), List.copyOf(skipped), true);
            }
            var why = Objects.requireNonNull(transaction.execute(_ -> replaceIn(dataset, wanted, caller, known)));
            if (why.isEmpty()) {
                replaced.add(dataset.name());
            } else {
                skipped.add(new Skipped(dataset.name(), why));
            }
        }
        return new Outcome(List.copyOf(replaced), List.copyOf(skipped), false);
    }

    /** Which of the person's roles nobody fills any more. */
    private static List<Holder> orphaned(Registration said, Replacement wanted, Map<String, Person> known) {
        return said.roles().stream()
                .filter(holder -> holder.person().equals(wanted.person()))
                .filter(holder -> wanted.role() == null || holder.role() == wanted.role())
                .filter(holder -> RoleHolders.lacking(holder, said.department(), known) != null)
                .sorted(Holder.ORDER)
                .toList();
    }

    /** Empty when it was done, otherwise why not. */
    private String replaceIn(Dataset seen, Replacement wanted, Caller caller, Map<String, Person> known) {
        var dataset = datasets.lock(seen.id()).orElseThrow(DatasetProblem.Unknown::new);
        if (dataset.revision() != seen.revision()) {
            return "changed";
        }
        var before = dataset.registration();
        var roles = new HashSet<>(before.roles());
        var did = false;
        for (var orphan : orphaned(before, wanted, known)) {
            var holder = new Holder(orphan.role(), wanted.by());
            if (RoleHolders.lacking(holder, before.department(), known) == null) {
                roles.remove(orphan);
                roles.add(holder);
                did = true;
            }
        }
        if (!did) {
            return "not-eligible";
        }
        if (RoleHolders.isOwnPrivacyOfficer(roles)) {
            return "privacy-officer";
        }
        var after = before.answeredForBy(before.department(), roles);
        dataset.register(after, Gap.in(after, RoleHolders.counting(after, known)), caller.subject(), clock.instant());
        announcement.store(dataset);
        history.record(dataset.id(), before, after, caller.subject(), wanted.reason(), null);
        proposals.outdate(dataset.id(), after);
        return "";
    }
}
