package nl.datakade.catalog.vocabulary;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import nl.datakade.contracts.catalog.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "vocabulary", description = "The fixed lists that descriptions choose from")
@RestController
@RequestMapping("/catalog/v1")
@PreAuthorize("isAuthenticated()")
class VocabularyController {

    record Themes(List<ThemeView> items) {}

    @Schema(name = "Theme")
    record ThemeView(
            @Schema(example = "TRAN") String code,

            @Schema(example = "http://publications.europa.eu/resource/authority/data-theme/TRAN")
            String iri,

            Label label) {}

    record Roles(List<RoleView> items) {}

    @Schema(name = "GovernanceRole")
    record RoleView(Role role, Label label, Label duty) {}

    record LicenseList(List<LicenseView> items) {}

    @Schema(name = "License")
    record LicenseView(@Schema(example = "CC-BY-4.0") String code, String iri, Label label) {}

    private final Licenses licenses;

    VocabularyController(Licenses licenses) {
        this.licenses = licenses;
    }

    @Operation(summary = "Data themes", description = "The EU's data themes; a dataset names them by code or IRI.")
    @GetMapping("/themes")
    Themes themes() {
        return new Themes(Arrays.stream(Theme.values())
                .map(theme -> new ThemeView(theme.name(), theme.iri(), theme.label()))
                .toList());
    }

    @Operation(summary = "Roles per dataset", description = "The fixed roles of data governance and what each does.")
    @GetMapping("/roles")
    Roles roles() {
        return new Roles(Arrays.stream(RoleDuty.values())
                .map(duty -> new RoleView(duty.role(), duty.label(), duty.duty()))
                .toList());
    }

    @Operation(summary = "Licences", description = "The licences that this city publishes under.")
    @GetMapping("/licenses")
    LicenseList licenses() {
        return new LicenseList(licenses.licenses().stream()
                .map(license -> new LicenseView(license.code(), license.iri(), license.name()))
                .toList());
    }
}
