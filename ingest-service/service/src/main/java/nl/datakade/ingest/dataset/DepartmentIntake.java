package nl.datakade.ingest.dataset;

import nl.datakade.contracts.catalog.DepartmentState;
import nl.datakade.platform.event.Subscriber;
import org.springframework.stereotype.Component;

@Component
class DepartmentIntake implements Subscriber<DepartmentState> {

    private final Departments departments;

    DepartmentIntake(Departments departments) {
        this.departments = departments;
    }

    @Override
    public void on(DepartmentState state) {
        departments.announced(state);
    }
}
