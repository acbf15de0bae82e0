package nl.datakade.platform.city;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The city that runs this platform.
 *
 * @param oin organisation identification number of the Dutch government, 20 digits
 * @param baseUri under which public identifiers resolve, without a trailing slash
 * @param contact where users of the APIs can turn to
 */
@Validated
@ConfigurationProperties("datakade.city")
public record City(
        @NotBlank String name, @Pattern(regexp = "\\d{20}") String oin, URI baseUri, Contact contact) {

    public record Contact(@NotBlank String name, @NotBlank String email, URI url) {}

    /** The CloudEvents source of a system of this city, as the NL GOV profile writes it. */
    public URI system(String name) {
        return URI.create("urn:nld:oin:" + oin + ":systeem:" + name);
    }
}
