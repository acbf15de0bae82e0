package nl.datakade.catalog.department;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the people who are known here again and again; of many instances one looks at each of them. */
@Component
class PeopleSync {

    private static final Logger log = LoggerFactory.getLogger(PeopleSync.class);
    private static final int AT_ONCE = 100;

    private final People people;
    private final PeopleTable table;
    private final ApplicationEventPublisher listeners;
    private final AtomicBoolean away = new AtomicBoolean();

    PeopleSync(People people, PeopleTable table, ApplicationEventPublisher listeners) {
        this.people = people;
        this.table = table;
        this.listeners = listeners;
    }

    @Scheduled(fixedDelayString = "${datakade.directory.people-poll}")
    void look() {
        try {
            List<String> due;
            do {
                due = table.due(AT_ONCE);
                due.forEach(subject -> people.lookedUp(subject, true));
            } while (due.size() == AT_ONCE);
            if (away.getAndSet(false)) {
                log.info("Keycloak answers again; people are up to date");
            }
        } catch (DirectoryUnavailable unavailable) {
            if (!away.getAndSet(true)) {
                log.warn(
                        "Keycloak does not answer; people stay as last seen until they are too old: {}",
                        String.valueOf(unavailable.getCause()));
            }
        }
        var changed = table.takeChanged();
        if (!changed.isEmpty()) {
            listeners.publishEvent(new PeopleChanged(changed));
        }
    }
}
