package nl.datakade.ingest.landing;

import java.util.Optional;
import nl.datakade.ingest.dataset.Dataset;
import nl.datakade.ingest.dataset.Departments;
import nl.datakade.platform.security.Caller;
import org.springframework.stereotype.Component;

/** For which department somebody may push to a dataset: their own, and only to its datasets or to a free name. */
@Component
class Ownership {

    private final Departments departments;

    Ownership(Departments departments) {
        this.departments = departments;
    }

    /** The slug of the department whose delivery this will be. */
    String of(Address push, Optional<Dataset> dataset, Caller caller) {
        if (caller.departments().isEmpty()) {
            throw new LandingProblem.NoDepartment();
        }
        var wanted = push.department();
        if (wanted != null && !caller.worksFor(wanted)) {
            throw strange(wanted);
        }
        if (dataset.isPresent()) {
            return ofExisting(push, dataset.get(), caller);
        }
        if (wanted != null) {
            return wanted;
        }
        if (caller.departments().size() > 1) {
            throw new LandingProblem.WhichDepartment(caller.departments());
        }
        return caller.departments().iterator().next();
    }

    private static String ofExisting(Address push, Dataset dataset, Caller caller) {
        var owner = dataset.department();
        if (!caller.worksFor(owner)
                || (push.department() != null && !push.department().equals(owner))) {
            throw dataset.isKnownTo(caller)
                    ? new LandingProblem.OtherDepartment(dataset.name(), owner)
                    : new LandingProblem.NameTaken(push.dataset());
        }
        if (dataset.status() == Dataset.Status.WITHDRAWN) {
            throw new LandingProblem.Withdrawn(dataset.name());
        }
        if (dataset.stream() && !push.observations()) {
            throw new LandingProblem.FedByObservations(dataset.name());
        }
        return owner;
    }

    private LandingProblem strange(String department) {
        var known = departments.active();
        return known.contains(department)
                ? new LandingProblem.NotYourDepartment(department)
                : new LandingProblem.UnknownDepartment(known);
    }
}
