package nl.datakade.catalog.department;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "departments", description = "The departments of the city")
@RestController
@PreAuthorize("isAuthenticated()")
class DepartmentController {

    @Schema(name = "Departments")
    record View(List<Entry> items) {}

    @Schema(name = "Department")
    record Entry(
            @Schema(example = "mobiliteit") String slug,
            @Schema(example = "Mobiliteit") String name,

            @Schema(description = "False once it is dissolved; its datasets stay")
            boolean active) {}

    private final Departments departments;

    DepartmentController(Departments departments) {
        this.departments = departments;
    }

    @Operation(summary = "Departments", description = "All departments by name, as Keycloak's groups have them.")
    @GetMapping("/catalog/v1/departments")
    View departments() {
        return new View(departments.all().stream()
                .map(department -> new Entry(department.slug(), department.name(), department.active()))
                .toList());
    }
}
