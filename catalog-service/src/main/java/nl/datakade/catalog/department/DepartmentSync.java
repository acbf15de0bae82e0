package nl.datakade.catalog.department;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at Keycloak's groups now and then; while it is away, what was last seen stands. */
@Component
class DepartmentSync {

    private static final Logger log = LoggerFactory.getLogger(DepartmentSync.class);

    private final Directory directory;
    private final Departments departments;
    private final AtomicBoolean away = new AtomicBoolean();

    DepartmentSync(Directory directory, Departments departments) {
        this.directory = directory;
        this.departments = departments;
    }

    @Scheduled(fixedDelayString = "${datakade.directory.departments-poll}")
    void look() {
        try {
            departments.replace(directory.departments());
            if (away.getAndSet(false)) {
                log.info("Keycloak answers again; the departments are up to date");
            }
        } catch (DirectoryUnavailable unavailable) {
            if (!away.getAndSet(true)) {
                log.warn("Keycloak does not return the departments; those last seen stay: {}", reason(unavailable));
            }
        }
    }

    private static String reason(DirectoryUnavailable unavailable) {
        return String.valueOf(unavailable.getCause());
    }
}
