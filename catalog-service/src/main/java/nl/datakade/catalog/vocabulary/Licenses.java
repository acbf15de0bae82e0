package nl.datakade.catalog.vocabulary;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The licences that the city publishes under; configuration, for the national list changes. */
@Validated
@ConfigurationProperties("datakade")
public record Licenses(@NotEmpty @Valid List<License> licenses) {

    /**
     * A licence.
     *
     * @param addresses by which it is known; the first is the one that is stored
     */
    public record License(@NotBlank String code, @NotEmpty List<String> addresses, Label name) {

        public String iri() {
            return addresses.getFirst();
        }
    }

    /** By its code or any of its addresses. */
    public Optional<License> find(String codeOrIri) {
        return licenses.stream()
                .filter(license -> license.code().equalsIgnoreCase(codeOrIri)
                        || license.addresses().contains(codeOrIri))
                .findFirst();
    }
}
