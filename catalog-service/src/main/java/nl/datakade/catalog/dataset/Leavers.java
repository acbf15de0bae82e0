package nl.datakade.catalog.dataset;

import java.util.List;
import java.util.stream.Collectors;
import nl.datakade.catalog.department.DirectoryUnavailable;
import nl.datakade.catalog.department.People;
import nl.datakade.catalog.department.PeopleChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks, now and then and when somebody has changed, whether those who fill roles are still active in the department: a dataset that nobody answers for
 * becomes a draft, which takes it out of use, and is registered again when they are back.
 */
@Component
class Leavers {

    private static final Logger log = LoggerFactory.getLogger(Leavers.class);

    private final Datasets datasets;
    private final People people;
    private final DatasetAnnouncement announcement;
    private final TransactionTemplate transaction;

    Leavers(Datasets datasets, People people, DatasetAnnouncement announcement, TransactionTemplate transaction) {
        this.datasets = datasets;
        this.people = people;
        this.announcement = announcement;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "${datakade.leavers-poll}", fixedDelayString = "${datakade.leavers-poll}")
    void look() {
        settle(datasets.withRoles());
    }

    /** Somebody was found to have left, to be back, or to be of another department. */
    @EventListener
    void on(PeopleChanged changed) {
        settle(datasets.ofPeople(changed.subjects()));
    }

    private void settle(List<Dataset> answeredFor) {
        try {
            var known = people.find(answeredFor.stream()
                    .flatMap(dataset -> dataset.registration().people().stream())
                    .collect(Collectors.toSet()));
            for (var dataset : answeredFor) {
                var said = dataset.registration();
                var gaps = Gap.in(said, RoleHolders.counting(said, known));
                if (!gaps.equals(dataset.missing())) {
                    transaction.executeWithoutResult(_ -> datasets.lock(dataset.id())
                            .filter(present -> present.revision() == dataset.revision())
                            .ifPresent(present -> {
                                present.settle(gaps);
                                announcement.store(present);
                            }));
                    if (!dataset.missing().containsAll(gaps)) {
                        log.warn(
                                "Dataset {} now lacks {}; who left is listed at /catalog/v1/orphaned",
                                dataset.name(),
                                gaps);
                    }
                }
            }
        } catch (DirectoryUnavailable away) {
            log.warn("Keycloak does not answer; who fills roles is looked at next time");
        }
    }
}
